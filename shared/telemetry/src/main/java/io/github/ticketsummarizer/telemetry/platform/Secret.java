package io.github.ticketsummarizer.telemetry.platform;

/**
 * A value that must not get into a log, a message or an error.
 *
 * @param value for the one place that sends it
 */
public record Secret(String value) {
    /** Says that there is one. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
