package io.github.ticketsummarizer.telemetry.span;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ReportError;

/**
 * Why a span's work failed.
 *
 * @param type one of few: the failure's name on topics, for example {@code llm_timeout}
 * @param message for people; no text of tickets
 */
public record SpanError(String type, String message, boolean retryable) {
    /** The error of a call. */
    public static SpanError of(CallFailure failure) {
        return new SpanError(failure.errorType().wireName(), failure.message(), failure.retryable());
    }

    /** The error of a report. */
    public static SpanError of(ReportError error) {
        return new SpanError(error.errorType().wireName(), error.message(), error.retryable());
    }
}
