package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.span.TicketTrace;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has come of one request that has no report yet. Any part may come first; of several answers of one stage the
 * first counts.
 *
 * @param parts in the order they came
 * @param openedAt when the first part came, by the aggregator's clock
 * @param firstAnalysisAt when the first answer of an analysis came; null before
 * @param traceparent the header of the first part that had a valid one; likewise the caller's
 */
record OpenEntry(
        String requestId,
        List<Part> parts,
        Instant openedAt,
        @Nullable Instant firstAnalysisAt,
        @Nullable String traceparent,
        @Nullable String callerTraceparent) {
    OpenEntry {
        parts = List.copyOf(parts);
    }

    /** An entry to which nothing has come yet. */
    static OpenEntry opened(String requestId, Instant now) {
        return new OpenEntry(requestId, List.of(), now, null, null, null);
    }

    /** The request; null as long as only unreadable records have told of it. */
    @Nullable
    TicketRequest request() {
        return parts.stream()
                .map(Part::request)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether a part would change nothing, since its stage has answered or the acceptance is known. */
    boolean has(Part part) {
        return parts.stream().anyMatch(known -> known.answers() == part.answers());
    }

    /** Whether a result or a failure of the stage has come. */
    boolean isAnswered(Stage stage) {
        return parts.stream().anyMatch(part -> part.answers() == stage);
    }

    /** The part of that type; null when none has come. */
    <P extends Part> @Nullable P find(Class<P> type) {
        return parts.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** This entry with one more part. */
    OpenEntry with(Part part, @Nullable String itsTraceparent, @Nullable String itsCaller, Instant now) {
        return new OpenEntry(
                requestId,
                Stream.concat(parts.stream(), Stream.of(part)).toList(),
                openedAt,
                firstAnalysisAt == null && isAnalysis(part.answers()) ? now : firstAnalysisAt,
                traceparent == null ? itsTraceparent : traceparent,
                callerTraceparent == null ? itsCaller : callerTraceparent);
    }

    /**
     * Whether nothing more is waited for: the synthesis and an answer of each analysis asked for are there, or a failure
     * that ends the ticket, of fetch, synthesis or a record that the aggregator could not read. An entry whose request
     * is unknown is never complete.
     */
    boolean isComplete() {
        TicketRequest request = request();
        if (request == null) {
            return false;
        }
        boolean isGivenUp = parts.stream().anyMatch(part -> part instanceof Part.Failed && !isAnalysis(part.answers()));
        return isGivenUp
                || (find(Part.Synthesized.class) != null
                        && request.analysisType().analyses().stream().allMatch(this::isAnswered));
    }

    /** From when the deadline counts: the acceptance, or the first part as long as the acceptance is not known. */
    Instant waitingSince() {
        Part.Accepted accepted = find(Part.Accepted.class);
        return accepted == null ? openedAt : accepted.at();
    }

    /** The trace that the ticket's records carried, or else the one that its request id stands for. */
    TraceContext trace() {
        Optional<TraceContext> carried = traceparent == null ? Optional.empty() : TraceContext.parse(traceparent);
        return carried.orElseGet(() -> TraceContext.ofRequest(requestId));
    }

    /** The ticket's trace as a whole. */
    TicketTrace trace(TicketRequest request) {
        Optional<TraceContext> caller =
                callerTraceparent == null ? Optional.empty() : TraceContext.parse(callerTraceparent);
        return new TicketTrace(request, trace(), caller.orElse(null));
    }

    /** Those that the ticket names, as far as the synthesis told of them. */
    List<String> people() {
        Part.Synthesized synthesized = find(Part.Synthesized.class);
        return synthesized == null ? List.of() : synthesized.people();
    }

    private static boolean isAnalysis(@Nullable Stage stage) {
        return stage != null && AnalysisType.BOTH.includes(stage);
    }
}
