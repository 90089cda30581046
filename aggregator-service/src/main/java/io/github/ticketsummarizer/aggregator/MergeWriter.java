package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.stage.RecordLimit;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.metric.TicketMetrics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends on what the merge makes. It writes and measures first, since an oversize record is fatal to the transaction. */
final class MergeWriter {
    private static final Logger log = LoggerFactory.getLogger(MergeWriter.class);

    private final ProcessorContext<String, MergeOutput> context;
    private final Serializer<TicketReport> reports;
    private final Serializer<RunContribution> contributions;
    private final ReportAssembler assembler;
    private final int maxRecordBytes;
    private final TicketMetrics metrics;

    MergeWriter(
            ProcessorContext<String, MergeOutput> context,
            Serializer<TicketReport> reports,
            Serializer<RunContribution> contributions,
            ReportAssembler assembler,
            int maxRecordBytes,
            TicketMetrics metrics) {
        this.context = context;
        this.reports = reports;
        this.contributions = contributions;
        this.assembler = assembler;
        this.maxRecordBytes = maxRecordBytes;
        this.metrics = metrics;
    }

    /**
     * Sends a report and what it adds to its run; one that is too large goes without its findings.
     *
     * @return the report as it was sent
     */
    TicketReport report(OpenEntry entry, TicketReport report) {
        return hasSent(entry, report) ? report : tooLarge(entry, report);
    }

    /**
     * Sends that the report is too large, with as much of it as goes.
     *
     * @return the report as it was sent
     */
    TicketReport tooLarge(OpenEntry entry, TicketReport report) {
        ReportError error = new ReportError(
                Stage.MERGE,
                ErrorType.RECORD_TOO_LARGE,
                "what was found makes a record of more than %d bytes; it lies on the topics of its stages; raise RECORD_MAX_BYTES everywhere"
                        .formatted(maxRecordBytes),
                false,
                1);
        TicketReport withoutFindings = assembler.withoutFindings(report, error);
        if (hasSent(entry, withoutFindings)) {
            return withoutFindings;
        }
        TicketReport bare = assembler.bare(entry, report.request(), error, report.completedAt());
        if (!hasSent(entry, bare)) {
            log.atError()
                    .addKeyValue("requestId", shortened(entry.requestId()))
                    .log("the request alone is too large for a report; the ticket has none");
        }
        return bare;
    }

    /** Sends that a request was accepted. */
    void accepted(TicketRequest request, long timestamp) {
        contribute(request, RunContribution.ofAcceptance(), timestamp);
    }

    private boolean hasSent(OpenEntry entry, TicketReport report) {
        TicketRequest request = report.request();
        Headers headers = headers(entry, request);
        byte[] json = reports.serialize("merged", report);
        if (!fits(request.ticketId(), json, headers)) {
            return false;
        }
        long timestamp = report.completedAt().toEpochMilli();
        context.forward(new Record<>(request.ticketId(), new MergeOutput.Report(json), timestamp, headers));
        contribute(request, RunContribution.of(report), timestamp);
        metrics.reported(report);
        return true;
    }

    private void contribute(TicketRequest request, RunContribution contribution, long timestamp) {
        String runId = request.runId();
        if (runId == null) {
            return;
        }
        byte[] json = contributions.serialize("run-contributions", contribution);
        if (fits(runId, json, new RecordHeaders())) {
            context.forward(new Record<>(runId, new MergeOutput.Contribution(contribution), timestamp));
        } else {
            log.atError()
                    .addKeyValue("requestId", shortened(request.requestId()))
                    .log("the request's run id or POD is too large to be counted");
        }
    }

    private boolean fits(String key, byte[] value, Headers headers) {
        return RecordLimit.sizeOf(value, headers) + key.getBytes(StandardCharsets.UTF_8).length <= maxRecordBytes;
    }

    /** An id of a record that is too large may itself be what is too large. */
    static String shortened(String id) {
        return CleanText.prefix(id, 100);
    }

    private static Headers headers(OpenEntry entry, TicketRequest request) {
        Headers headers = new RecordHeaders();
        HeaderText.add(headers, HeaderNames.REQUEST_ID, request.requestId());
        String runId = request.runId();
        if (runId != null) {
            HeaderText.add(headers, HeaderNames.RUN_ID, runId);
        }
        String traceparent = entry.traceparent();
        HeaderText.add(
                headers,
                HeaderNames.TRACEPARENT,
                traceparent == null ? entry.trace().traceparent() : traceparent);
        return headers;
    }
}
