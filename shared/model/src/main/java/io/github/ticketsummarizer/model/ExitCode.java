package io.github.ticketsummarizer.model;

/** What the process tells its caller, the same for the command and for each service. */
public enum ExitCode {
    OK(0),
    INTERNAL(1),
    /** Wrong use of the command, or a wrong setting. */
    USAGE(2),
    CREDENTIALS(3),
    /** Kafka, Zendesk or the LLM cannot be reached. */
    UNREACHABLE(4),
    FAILED_TICKETS(5),
    QUALITY_GATE_FAILED(6),
    BUDGET_REACHED(7),
    /** 128 + SIGINT, as shells have it. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number handed to the operating system. */
    public int code() {
        return code;
    }
}
