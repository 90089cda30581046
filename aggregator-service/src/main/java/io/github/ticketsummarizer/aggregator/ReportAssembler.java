package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the report of an entry. */
class ReportAssembler {
    private final Duration ticketDeadline;

    ReportAssembler(Duration ticketDeadline) {
        this.ticketDeadline = ticketDeadline;
    }

    /** The report of an entry to which all that was needed has come. */
    TicketReport complete(OpenEntry entry, TicketRequest request, Instant now) {
        return report(entry, request, List.of(), now);
    }

    /** The report of an entry whose deadline has passed: what has come, and an error for each thing that has not. */
    TicketReport overdue(OpenEntry entry, TicketRequest request, Instant now) {
        return report(entry, request, missing(entry, request), now);
    }

    /** The report that tells only of an error. */
    TicketReport bare(OpenEntry entry, TicketRequest request, ReportError error, Instant now) {
        return new TicketReport(
                request,
                ReportStatus.FAILED,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(error),
                List.of(),
                List.of(timing(entry, now)),
                entry.trace().traceId(),
                now);
    }

    /** A report that keeps the account of what was done, but not what was found, and has one more error. */
    TicketReport withoutFindings(TicketReport report, ReportError error) {
        return new TicketReport(
                report.request(),
                ReportStatus.FAILED,
                null,
                null,
                null,
                null,
                null,
                null,
                Stream.concat(report.errors().stream(), Stream.of(error)).toList(),
                report.calls(),
                report.timings(),
                report.traceId(),
                report.completedAt());
    }

    private TicketReport report(OpenEntry entry, TicketRequest request, List<ReportError> missing, Instant now) {
        List<Part> parts = partsInOrder(entry, request);
        Part.Synthesized synthesized = find(parts, Part.Synthesized.class);
        Part.Categorized categorized = find(parts, Part.Categorized.class);
        Part.Diagnosed diagnosed = find(parts, Part.Diagnosed.class);
        TicketReport report = new TicketReport(
                request,
                status(parts, request),
                ticket(parts),
                synthesized == null ? null : synthesized.synthesis(),
                categorized == null ? null : categorized.categorization(),
                diagnosed == null ? null : diagnosed.analysis(),
                categorized == null ? null : categorized.taxonomyVersion(),
                diagnosed == null ? null : diagnosed.guideVersion(),
                Stream.concat(errors(parts), missing.stream()).toList(),
                parts.stream().flatMap(part -> part.calls().stream()).toList(),
                timings(parts, timing(entry, now)),
                entry.trace().traceId(),
                now);
        return report.with(
                synthesized == null ? null : synthesized.condensedComments(),
                parts.stream().flatMap(part -> part.warnings().stream()).toList());
    }

    /** In the order of the pipeline, without the answers of an analysis that was not asked for. */
    private static List<Part> partsInOrder(OpenEntry entry, TicketRequest request) {
        return entry.parts().stream()
                .filter(part -> switch (part.answers()) {
                    case CATEGORIZATION, DIAGNOSTICS -> request.analysisType().includes(part.answers());
                    case FETCH, SYNTHESIS, MERGE -> true;
                    case null -> true;
                })
                .sorted(Comparator.comparing(Part::answers, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static ReportStatus status(List<Part> parts, TicketRequest request) {
        long results = parts.stream()
                .filter(part -> part instanceof Part.Categorized || part instanceof Part.Diagnosed)
                .count();
        if (results == 0 || find(parts, Part.Synthesized.class) == null) {
            return ReportStatus.FAILED;
        }
        return results == request.analysisType().analyses().size() ? ReportStatus.SUCCESS : ReportStatus.PARTIAL;
    }

    private static @Nullable TicketHeader ticket(List<Part> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Synthesized synthesized -> synthesized.ticket();
                    case Part.Failed failed -> failed.ticket();
                    case Part.Accepted accepted -> null;
                    case Part.Categorized categorized -> null;
                    case Part.Diagnosed diagnosed -> null;
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<ReportError> errors(List<Part> parts) {
        return parts.stream().filter(Part.Failed.class::isInstance).map(part -> ((Part.Failed) part).error());
    }

    /** One for each stage, in the order of the pipeline: a failure tells again what the synthesis told. */
    private static List<StageTiming> timings(List<Part> parts, StageTiming merge) {
        Map<Stage, StageTiming> byStage = new EnumMap<>(Stage.class);
        byStage.put(Stage.MERGE, merge);
        parts.stream()
                .flatMap(part -> part.timings().stream())
                .forEach(timing -> byStage.putIfAbsent(timing.stage(), timing));
        return List.copyOf(byStage.values());
    }

    /** Received with the first part, started with the first answer of an analysis: from then on it waits for the other. */
    private static StageTiming timing(OpenEntry entry, Instant now) {
        Instant firstAnalysisAt = entry.firstAnalysisAt();
        return new StageTiming(Stage.MERGE, entry.openedAt(), firstAnalysisAt == null ? now : firstAnalysisAt, now, 1);
    }

    /** Without a synthesis nobody else could have answered, so that is the one thing to tell. */
    private List<ReportError> missing(OpenEntry entry, TicketRequest request) {
        if (!entry.isAnswered(Stage.SYNTHESIS)) {
            return List.of(deadlineExceeded(Stage.MERGE, Stage.SYNTHESIS));
        }
        return request.analysisType().analyses().stream()
                .filter(stage -> !entry.isAnswered(stage))
                .map(stage -> deadlineExceeded(stage, stage))
                .toList();
    }

    private ReportError deadlineExceeded(Stage blamed, Stage missing) {
        String message =
                "no answer of %s within %s of acceptance (TICKET_DEADLINE); see that its service runs, and submit the ticket again"
                        .formatted(missing.wireName(), ticketDeadline);
        return new ReportError(blamed, ErrorType.DEADLINE_EXCEEDED, message, true, 0);
    }

    private static <P extends Part> @Nullable P find(List<Part> parts, Class<P> type) {
        return parts.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
