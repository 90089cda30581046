package io.github.ticketsummarizer.cli.doctor;

import io.github.ticketsummarizer.model.ExitCode;
import java.util.Locale;

/**
 * What a look at one thing found.
 *
 * @param subject what was looked at
 * @param text what is so, and where it is not well what to do
 * @param exitCode of a command that finds nothing worse
 */
public record Finding(Mark mark, String subject, String text, ExitCode exitCode) {
    /** How it stands. */
    public enum Mark {
        OK,
        /** Worth knowing, and no hindrance. */
        NOTE,
        FAILED
    }

    /** It is as it should be. */
    public static Finding ok(String subject, String text) {
        return new Finding(Mark.OK, subject, text, ExitCode.OK);
    }

    /** Worth knowing, and no hindrance. */
    public static Finding note(String subject, String text) {
        return new Finding(Mark.NOTE, subject, text, ExitCode.OK);
    }

    /**
     * It is a hindrance.
     *
     * @param text says what to do as well
     */
    public static Finding failed(String subject, String text, ExitCode exitCode) {
        return new Finding(Mark.FAILED, subject, text, exitCode);
    }

    /** A line of a table. */
    public String line() {
        return "%-7s %-10s %s".formatted(mark.name().toLowerCase(Locale.ROOT), subject, text);
    }
}
