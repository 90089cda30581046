package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.streams.ConsumedRecord;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Langfuse;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.FinishedSpan;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import io.github.ticketsummarizer.telemetry.span.SpanError;
import io.github.ticketsummarizer.telemetry.span.SpanEvent;
import io.github.ticketsummarizer.telemetry.span.TicketTrace;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The two spans of a ticket that the aggregator tells: its root, and the merging of its parts. */
final class TicketSpans {
    private final Tracing tracing;
    private final String consumerGroup;

    TicketSpans(Tracing tracing, String consumerGroup) {
        this.tracing = tracing;
        this.consumerGroup = consumerGroup;
    }

    /**
     * The root: from the submission to the report. Whatever failed in between makes it an error.
     *
     * @param people those that the ticket names, to be left out
     */
    FinishedSpan root(TicketTrace trace, TicketReport report, List<String> people) {
        Instant submittedAt = trace.request().submittedAt();
        Instant end = report.completedAt();
        return new FinishedSpan(
                TicketTrace.NAME,
                SpanKind.INTERNAL,
                trace.root(),
                null,
                submittedAt.isAfter(end) ? end : submittedAt,
                end,
                rootDetails(trace, report, people),
                stages(report),
                links(trace),
                error(report));
    }

    /** The merging: from the first answer of an analysis to the report. */
    FinishedSpan merge(TicketTrace trace, TicketReport report, @Nullable RecordMetadata closing) {
        StageTiming timing = report.timings().getLast();
        AttributesBuilder attributes = trace.attributes(Stage.MERGE).toBuilder()
                .put(OpenInference.SPAN_KIND, OpenInference.CHAIN)
                .put(Product.PROCESSING_STATUS, report.reportStatus().wireName());
        if (closing != null) {
            attributes.putAll(new ConsumedRecord(
                            closing.topic(),
                            closing.partition(),
                            closing.offset(),
                            trace.request().ticketId(),
                            consumerGroup)
                    .attributes());
        }
        return new FinishedSpan(
                TicketTrace.spanName(Stage.MERGE),
                closing == null ? SpanKind.INTERNAL : SpanKind.CONSUMER,
                trace.stage(Stage.MERGE),
                trace.root().spanId(),
                timing.startedAt(),
                timing.finishedAt(),
                attributes.build(),
                List.of(),
                List.of(),
                report.errors().stream()
                        .filter(error -> error.stage() == Stage.MERGE)
                        .findFirst()
                        .map(SpanError::of)
                        .orElse(null));
    }

    private Attributes rootDetails(TicketTrace trace, TicketReport report, List<String> people) {
        SpanDetails details = tracing.details()
                .naming(people)
                .put(OpenInference.SPAN_KIND, OpenInference.CHAIN)
                .put(Product.PROCESSING_STATUS, report.reportStatus().wireName())
                .put(Product.SYNTHESIS_SUCCESS, report.synthesis() != null)
                .put(Langfuse.traceMetadata("ticket_id"), trace.request().ticketId())
                .put(
                        Langfuse.traceMetadata("analysis_type"),
                        trace.request().analysisType().wireName())
                .put(Langfuse.traceMetadata("model_provider"), trace.request().modelProvider())
                .put(
                        Langfuse.traceMetadata("processing_status"),
                        report.reportStatus().wireName())
                .input(input(report))
                .output(output(report));
        TraceContext caller = trace.caller();
        if (caller != null) {
            details.put(Product.CALLER_TRACE_ID, caller.traceId());
        }
        addFindings(details, report);
        return trace.attributes().toBuilder().putAll(details.attributes()).build();
    }

    private static void addFindings(SpanDetails details, TicketReport report) {
        TicketHeader ticket = report.ticket();
        if (ticket != null) {
            details.put(Product.COMMENT_COUNT, (long) ticket.commentsCount());
        }
        Categorization pod = report.categorization();
        if (pod != null) {
            details.put(Product.PRIMARY_POD, pod.primaryPod())
                    .put(Product.CONFIDENCE, pod.confidence().wireName());
        }
        DiagnosticsAnalysis diagnostics = report.diagnosticsAnalysis();
        if (diagnostics != null) {
            details.put(
                            Product.WAS_USED,
                            diagnostics.wasDiagnosticsUsed().llmAssessment().wireName())
                    .put(
                            Product.COULD_HELP,
                            diagnostics
                                    .couldDiagnosticsHelp()
                                    .overallAssessment()
                                    .wireName());
        }
    }

    /** The ticket's own text only after its synthesis, which tells whom it names. */
    private static Map<String, Object> input(TicketReport report) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("ticket_id", report.request().ticketId());
        TicketHeader ticket = report.ticket();
        if (ticket != null && report.synthesis() != null) {
            input.put("subject", ticket.subject());
            input.put("description", ticket.description());
        }
        return input;
    }

    private static Map<String, Object> output(TicketReport report) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("report_status", report.reportStatus());
        putIfPresent(output, "synthesis", report.synthesis());
        putIfPresent(output, "categorization", report.categorization());
        putIfPresent(output, "diagnostics_analysis", report.diagnosticsAnalysis());
        if (!report.errors().isEmpty()) {
            output.put("errors", report.errors());
        }
        return output;
    }

    private static void putIfPresent(Map<String, Object> output, String name, @Nullable Object value) {
        if (value != null) {
            output.put(name, value);
        }
    }

    /** Each stage that ended, on the root as well, where they are in one list. */
    private static List<SpanEvent> stages(TicketReport report) {
        return report.timings().stream()
                .map(timing -> new SpanEvent(
                        timing.stage().wireName() + (report.errorOf(timing.stage()) == null ? " finished" : " failed"),
                        timing.finishedAt(),
                        Attributes.of(Product.ATTEMPTS, (long) timing.attempts())))
                .toList();
    }

    private static List<TraceContext> links(TicketTrace trace) {
        List<TraceContext> links = new ArrayList<>();
        String runId = trace.request().runId();
        if (runId != null) {
            links.add(TraceContext.ofRun(runId));
        }
        TraceContext caller = trace.caller();
        if (caller != null) {
            links.add(caller);
        }
        return links;
    }

    private static @Nullable SpanError error(TicketReport report) {
        if (report.reportStatus() == ReportStatus.SUCCESS) {
            return null;
        }
        ReportError first = report.errors().isEmpty() ? null : report.errors().getFirst();
        return first == null ? new SpanError("internal", "the report says no reason", false) : SpanError.of(first);
    }
}
