package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.telemetry.span.TicketTrace;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Closes the trace of each ticket with its report. */
final class ReportTracing {
    /** The name of the store that holds the roots which may not have been exported yet. */
    static final String STORE = "roots-due";

    private final Tracing tracing;
    private final Clock clock;
    private final TicketSpans spans;
    private final DueSpans roots;

    ReportTracing(ProcessorContext<?, ?> context, Json json, int maxRecordBytes, Tracing tracing, Clock clock) {
        this.tracing = tracing;
        this.clock = clock;
        this.spans = new TicketSpans(tracing, context.applicationId());
        this.roots = new DueSpans(context.getStateStore(STORE), json, maxRecordBytes, tracing);
    }

    /**
     * Sends a report below the span of the merging, and sees to it that the ticket's root is sent.
     *
     * @param closing the record that completed the ticket; null when its deadline did
     * @param sending sends the report and answers it as it was sent
     */
    void closing(
            OpenEntry entry, TicketRequest request, @Nullable RecordMetadata closing, Supplier<TicketReport> sending) {
        if (!tracing.isEnabled()) {
            var _ = sending.get();
            return;
        }
        TicketTrace trace = entry.trace(request);
        TicketReport report;
        try (Scope ignored = Tracing.below(trace.stage(Stage.MERGE), trace.attributes(Stage.MERGE))
                .makeCurrent()) {
            report = sending.get();
        }
        tracing.emit(spans.merge(trace, report, closing));
        roots.add(request.requestId(), spans.root(trace, report, entry.people()), clock.instant());
    }

    /** Sends the roots whose reports are committed. */
    void check() {
        roots.check(clock.instant());
    }

    /** Sends the rest. */
    void close() {
        roots.close();
    }
}
