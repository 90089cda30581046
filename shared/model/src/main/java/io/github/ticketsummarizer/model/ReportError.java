package io.github.ticketsummarizer.model;

import java.util.Objects;

/** One thing that went wrong on the way to a report. */
public record ReportError(Stage stage, ErrorType errorType, String message, boolean retryable, int attempts) {
    public ReportError {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(errorType, "error_type");
        Objects.requireNonNull(message, "message");
    }

    /** The part of a failure that a report shows. */
    public static ReportError of(TicketFailure failure) {
        return new ReportError(
                failure.stage(), failure.errorType(), failure.message(), failure.retryable(), failure.attempts());
    }
}
