package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.run.RunIds;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.CondensedComments;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.model.TicketType;
import io.github.ticketsummarizer.model.Warning;
import io.github.ticketsummarizer.model.WarningType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports of one run: whole, partial, failed at each stage. */
public final class SampleReports {
    public static final String RUN_ID = "01938ab4-5000-7000-8000-000000000001";
    private static final Instant SUBMITTED = Instant.parse("2026-03-01T04:30:00Z");

    private final String runId;
    private final AnalysisType analysisType;

    public SampleReports(AnalysisType analysisType) {
        this(RUN_ID, analysisType);
    }

    public SampleReports(String runId, AnalysisType analysisType) {
        this.runId = runId;
        this.analysisType = analysisType;
    }

    public Run run(int ticketCount) {
        return new Run(
                runId, analysisType, "offline", PromptVersions.FIRST, ticketCount, "samples/tickets.csv", SUBMITTED);
    }

    /** Everything asked for is there. */
    public FinishedTicket whole(String serialNo, String ticketId) {
        return finished(serialNo, ticketId, header(ticketId), synthesis(), pod("WFE"), diagnostics(), List.of());
    }

    /** Another POD, less sure, escalated, with the texts that people send. */
    public FinishedTicket escalated(String serialNo, String ticketId) {
        TicketHeader header = new TicketHeader(
                ticketId,
                "=HYPERLINK(\"http://evil\",\"click\"), please",
                "- first\r\n- second \"quoted\" \ud83d\ude00 é",
                "https://example.zendesk.com/agent/tickets/" + ticketId,
                "closed",
                Instant.parse("2026-01-31T20:00:00Z"),
                null,
                3,
                new CustomFields(
                        "Yes",
                        new Escalation("SUCC", "https://jira.example.com/browse/ENG-42", "ENG-42", true),
                        "@ the agent's words",
                        Map.of()));
        Categorization pod = new Categorization(
                "Guidance",
                "It is about a flow.",
                Confidence.NOT_CONFIDENT,
                "WFE is as likely.",
                List.of("WFE", "Hub"),
                "Both own a part.",
                new Categorization.Metadata(List.of("flow"), List.of("cause")));
        FinishedTicket ticket = finished(serialNo, ticketId, header, synthesis(), pod, diagnostics(), List.of());
        return new FinishedTicket(
                ticket.entry(),
                ticket.report()
                        .with(
                                new CondensedComments(3, 41, 4),
                                List.of(
                                        new Warning(
                                                Stage.SYNTHESIS,
                                                WarningType.QUOTES_NOT_FOUND,
                                                "2 of 5 quotes left out"),
                                        new Warning(
                                                Stage.CATEGORIZATION,
                                                WarningType.ANSWER_NOT_SUPPORTED,
                                                "no keyword stands in the ticket"))));
    }

    public FinishedTicket withoutCategorization(String serialNo, String ticketId) {
        return finished(
                serialNo,
                ticketId,
                header(ticketId),
                synthesis(),
                null,
                diagnostics(),
                List.of(error(Stage.CATEGORIZATION, ErrorType.LLM_INVALID_ANSWER, "no POD of that name")));
    }

    public FinishedTicket withoutDiagnostics(String serialNo, String ticketId) {
        return finished(
                serialNo,
                ticketId,
                header(ticketId),
                synthesis(),
                pod("WFE"),
                null,
                List.of(error(Stage.DIAGNOSTICS, ErrorType.LLM_TIMEOUT, "no answer within 60 s; raise the deadline")));
    }

    public FinishedTicket withoutSynthesis(String serialNo, String ticketId) {
        return finished(
                serialNo,
                ticketId,
                header(ticketId),
                null,
                null,
                null,
                List.of(error(Stage.SYNTHESIS, ErrorType.LLM_BLOCKED, "the provider refused the text")));
    }

    public FinishedTicket notFound(String serialNo, String ticketId) {
        return finished(
                serialNo,
                ticketId,
                null,
                null,
                null,
                null,
                List.of(error(Stage.FETCH, ErrorType.TICKET_NOT_FOUND, "no ticket %s".formatted(ticketId))));
    }

    private FinishedTicket finished(
            String serialNo,
            String ticketId,
            @Nullable TicketHeader header,
            @Nullable Synthesis synthesis,
            @Nullable Categorization pod,
            @Nullable DiagnosticsAnalysis diagnostics,
            List<ReportError> errors) {
        Categorization askedPod = analysisType.includes(Stage.CATEGORIZATION) ? pod : null;
        DiagnosticsAnalysis askedDiagnostics = analysisType.includes(Stage.DIAGNOSTICS) ? diagnostics : null;
        TicketRequest request = new TicketRequest(
                RunIds.requestId(runId, ticketId),
                ticketId,
                serialNo,
                runId,
                analysisType,
                "offline",
                PromptVersions.FIRST,
                SUBMITTED);
        List<ModelCall> calls = synthesis == null
                ? List.of()
                : List.of(
                        new ModelCall(
                                "synthesis", "offline", "extractive", 1, null, 900L, null, 120L, null, 0.0012, 40),
                        new ModelCall(
                                "categorization", "offline", "keywords", 1, null, 200L, null, 60L, null, 0.0003, 5),
                        new ModelCall("diagnostics", "offline", "rules", 1, null, null, null, null, null, null, 6));
        TicketReport report = new TicketReport(
                request,
                status(askedPod, askedDiagnostics),
                header,
                synthesis,
                askedPod,
                askedDiagnostics,
                askedPod == null ? null : 1,
                askedDiagnostics == null ? null : 1,
                errors,
                calls,
                timings(header, synthesis, askedPod, askedDiagnostics),
                "0123456789abcdef0123456789abcdef",
                SUBMITTED.plusSeconds(9));
        return new FinishedTicket(new TicketEntry(serialNo, ticketId), report);
    }

    private static List<StageTiming> timings(@Nullable Object... results) {
        Stage[] stages = {Stage.FETCH, Stage.SYNTHESIS, Stage.CATEGORIZATION, Stage.DIAGNOSTICS};
        return IntStream.range(0, stages.length)
                .filter(i -> results[i] != null)
                .mapToObj(i -> new StageTiming(stages[i], SUBMITTED, SUBMITTED, SUBMITTED, 1))
                .toList();
    }

    private ReportStatus status(@Nullable Categorization pod, @Nullable DiagnosticsAnalysis diagnostics) {
        int there = (pod == null ? 0 : 1) + (diagnostics == null ? 0 : 1);
        if (there == analysisType.analyses().size()) {
            return ReportStatus.SUCCESS;
        }
        return there == 0 ? ReportStatus.FAILED : ReportStatus.PARTIAL;
    }

    private static ReportError error(Stage stage, ErrorType type, String message) {
        return new ReportError(stage, type, message, true, 2);
    }

    private static TicketHeader header(String ticketId) {
        return new TicketHeader(
                ticketId,
                "Smart tip gone",
                "It was there on Friday.",
                "https://example.zendesk.com/agent/tickets/" + ticketId,
                "solved",
                Instant.parse("2026-02-10T09:14:00Z"),
                Instant.parse("2026-02-10T15:20:41.5Z"),
                7,
                CustomFields.NONE);
    }

    private static Synthesis synthesis() {
        return new Synthesis(
                "Smart tip not shown",
                "The element's selector changed",
                "The tip vanished after a release.\nThe author reselected the element.",
                "Reselected the element");
    }

    private static Categorization pod(String name) {
        return new Categorization(
                name,
                "The element was not found.",
                Confidence.CONFIDENT,
                "Cause and fix agree.",
                List.of(),
                null,
                new Categorization.Metadata(List.of("selector", "reselect"), List.of("what fixed it")));
    }

    private static DiagnosticsAnalysis diagnostics() {
        return new DiagnosticsAnalysis(
                new DiagnosticsAnalysis.WasDiagnosticsUsed(
                        "unknown", DiagnosticsUse.NO, Confidence.CONFIDENT, "Nobody names it."),
                new DiagnosticsAnalysis.CouldDiagnosticsHelp(
                        Assessment.YES,
                        "It shows an element that is not found.",
                        null,
                        null,
                        Assessment.NO,
                        "A selector had to be written.",
                        "css_selector",
                        null,
                        Assessment.MAYBE,
                        "It shows the cause, not the fix.",
                        Confidence.NOT_CONFIDENT,
                        List.of("element not found", "reselect"),
                        null),
                new DiagnosticsAnalysis.Metadata(TicketType.TROUBLESHOOTING));
    }
}
