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
    /** Of a call that was given up: by its deadline, or because the stage closes. */
    public static final SpanError INTERRUPTED =
            new SpanError("interrupted", "the call was given up before its answer came", true);

    /** The error of a call. */
    public static SpanError of(CallFailure failure) {
        return new SpanError(failure.errorType().wireName(), failure.message(), failure.retryable());
    }

    /** The error of a report. */
    public static SpanError of(ReportError error) {
        return new SpanError(error.errorType().wireName(), error.message(), error.retryable());
    }
}
