package io.github.ticketsummarizer.cli;

import io.github.ticketsummarizer.model.ExitCode;
import org.jspecify.annotations.Nullable;

/** The command cannot go on; the message is for the person who typed it and names the way out. */
public final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /** A failure with no cause worth showing. */
    public CliException(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    /** @param cause shown only when stack traces are asked for */
    public CliException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Wrong use of the command, of a file given to it, or of a setting. */
    public static CliException usage(String message) {
        return new CliException(ExitCode.USAGE, message);
    }

    /** What the process tells its caller. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
