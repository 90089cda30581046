package io.github.ticketsummarizer.telemetry;

/** The headers by which the records of a ticket belong together; their values are UTF-8 text. */
public final class HeaderNames {
    /** The submission's own id; joins use it. */
    public static final String REQUEST_ID = "request_id";
    /** The run it belongs to; absent for a record that somebody sent alone. */
    public static final String RUN_ID = "run_id";
    /** W3C Trace Context of the ticket's root span, unchanged from {@code raw-tickets} to the end. */
    public static final String TRACEPARENT = "traceparent";
    /** On {@code ticket-ids}: the {@code traceparent} beside it is ours and stands for the ticket's root. */
    public static final String TICKET_ROOT = "ticket-root";

    /** From {@code raw-tickets} on: the {@code traceparent} of whoever sent the submission, where it was not ours. */
    public static final String CALLER_TRACEPARENT = "caller-traceparent";

    private HeaderNames() {}
}
