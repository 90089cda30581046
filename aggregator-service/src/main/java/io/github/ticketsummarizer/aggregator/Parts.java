package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.DiagnosticsResult;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketRequest;
import java.util.List;

/** Makes parts of the records on topics. */
final class Parts {
    /** A message is a line or two; this bounds what a failure adds to an entry. */
    static final int MESSAGE_MAX_CHARACTERS = 2_000;

    private Parts() {}

    /** The acceptance; no part for any other event. */
    static List<Part> of(StageEvent event) {
        TicketRequest request = event.request();
        return event.state() == StageEvent.State.ACCEPTED && request != null
                ? List.of(new Part.Accepted(request, event.at()))
                : List.of();
    }

    /** All but the evidence. */
    static List<Part> of(SynthesizedTicket record) {
        return List.of(new Part.Synthesized(
                record.request(),
                record.ticket(),
                record.synthesis(),
                record.calls(),
                record.timings(),
                record.people(),
                record.condensedComments(),
                record.warnings()));
    }

    /** The categorization. */
    static List<Part> of(PodResult record) {
        return List.of(new Part.Categorized(
                record.request(),
                record.categorization(),
                record.taxonomyVersion(),
                record.calls(),
                record.timing(),
                record.warnings()));
    }

    /** The Diagnostics analysis. */
    static List<Part> of(DiagnosticsResult record) {
        return List.of(new Part.Diagnosed(
                record.request(),
                record.diagnosticsAnalysis(),
                record.guideVersion(),
                record.calls(),
                record.timing(),
                record.warnings()));
    }

    /** All but the raw input and the raw answer. */
    static List<Part> of(TicketFailure failure) {
        ReportError error = new ReportError(
                failure.stage(),
                failure.errorType(),
                CleanText.prefix(failure.message(), MESSAGE_MAX_CHARACTERS),
                failure.retryable(),
                failure.attempts());
        return List.of(new Part.Failed(
                failure.requestId(), failure.request(), failure.ticket(), error, failure.calls(), failure.timings()));
    }
}
