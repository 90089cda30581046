package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsResult;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.model.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as the stages write them; what differs from test to test is a parameter. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");
    static final String RUN_ID = "0198f3b2-7c1e-7a40-9d55-3f1f6a2b9c10";

    static final Synthesis SYNTHESIS = new Synthesis("stops at step 3", "changed id", "It was reselected.", "reselect");
    static final Categorization CATEGORIZATION = new Categorization(
            "WFE",
            "The element was not found.",
            Confidence.CONFIDENT,
            "one owner",
            List.of("Guidance"),
            "It is in a flow.",
            new Categorization.Metadata(List.of("selector"), List.of("cause")));
    static final DiagnosticsAnalysis DIAGNOSTICS = new DiagnosticsAnalysis(
            new DiagnosticsAnalysis.WasDiagnosticsUsed("No", DiagnosticsUse.NO, Confidence.CONFIDENT, "not named"),
            new DiagnosticsAnalysis.CouldDiagnosticsHelp(
                    Assessment.YES,
                    "It shows the element.",
                    null,
                    null,
                    Assessment.YES,
                    "It says: reselect.",
                    null,
                    null,
                    Assessment.YES,
                    "Both.",
                    Confidence.NOT_CONFIDENT,
                    List.of("element not found"),
                    null),
            new DiagnosticsAnalysis.Metadata(TicketType.TROUBLESHOOTING));

    private Samples() {}

    static TicketRequest request(String ticketId, @Nullable String runId, AnalysisType type) {
        return new TicketRequest(
                (runId == null ? "alone" : runId) + ":" + ticketId + ":1",
                ticketId,
                "1",
                runId,
                type,
                "offline",
                PromptVersions.FIRST,
                NOW.minusSeconds(5));
    }

    static TicketRequest request(AnalysisType type) {
        return request("78788", RUN_ID, type);
    }

    static StageEvent accepted(TicketRequest request) {
        return StageEvent.accepted(request, NOW);
    }

    static SynthesizedTicket synthesized(TicketRequest request) {
        return synthesized(request, "Nothing happens at step 3.");
    }

    static SynthesizedTicket synthesized(TicketRequest request, String description) {
        return new SynthesizedTicket(
                request,
                header(request, description),
                SYNTHESIS,
                List.of(new Evidence(1, "the id changes")),
                List.of(call("synthesis")),
                List.of(timing(Stage.FETCH), timing(Stage.SYNTHESIS)));
    }

    static PodResult podResult(TicketRequest request) {
        return new PodResult(request, CATEGORIZATION, 3, List.of(call("categorization")), timing(Stage.CATEGORIZATION));
    }

    static DiagnosticsResult diagnosticsResult(TicketRequest request) {
        return new DiagnosticsResult(request, DIAGNOSTICS, 4, List.of(call("diagnostics")), timing(Stage.DIAGNOSTICS));
    }

    static TicketFailure failure(TicketRequest request, Stage stage, ErrorType errorType) {
        CallFailure failure =
                new CallFailure(errorType, "try " + stage.wireName() + " again", true, "raw in", "raw out");
        TicketHeader known = stage == Stage.FETCH ? null : header(request, "Nothing happens at step 3.");
        return TicketFailure.of(request, known, stage, failure, 3, NOW);
    }

    static TicketFailure unreadable(TicketRequest request, Stage stage) {
        return TicketFailure.unreadable(request.requestId(), request.runId(), stage, "cannot be read", NOW);
    }

    static Run run(int ticketCount) {
        return new Run(RUN_ID, AnalysisType.POD, "offline", PromptVersions.FIRST, ticketCount, "tickets.csv", NOW);
    }

    static TicketHeader header(TicketRequest request, String description) {
        return new TicketHeader(
                request.ticketId(),
                "Flow stops",
                description,
                "https://example.zendesk.com/agent/tickets/" + request.ticketId(),
                "solved",
                NOW,
                NOW,
                2,
                new CustomFields(
                        "No", new Escalation("N/A", "https://jira/A-1", "A-1", true), "Not provided", Map.of()));
    }

    static ModelCall call(String task) {
        return new ModelCall(task, "offline", "offline-1", 1, null, 100L, null, 10L, null, 0.5, 20);
    }

    static StageTiming timing(Stage stage) {
        Instant start = NOW.plusMillis(stage.ordinal());
        return new StageTiming(stage, start, start.plusMillis(10), start.plusMillis(20), 1);
    }
}
