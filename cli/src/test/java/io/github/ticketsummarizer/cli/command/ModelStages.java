package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.diagnostics.DiagnosticsFunction;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.llm.Analysis;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.llm.cost.CostEstimator;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.CondensedComments;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsResult;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.model.Warning;
import io.github.ticketsummarizer.pod.CategorizationFunction;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import io.github.ticketsummarizer.synthesis.SynthesisFunction;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of the three stages that ask a model, one after the other, without Kafka between them. */
final class ModelStages {
    private final String provider;
    private final CostEstimator costs;
    private final SynthesisFunction synthesis;
    private final CategorizationFunction categorization;
    private final DiagnosticsFunction diagnostics;

    /** @param provider whose library and wire format are used, by the name of its adapter */
    ModelStages(FakeLlm fake, String provider) {
        this(fake.settings().get(provider), provider);
    }

    ModelStages(Map<String, String> settings, String provider) {
        this.provider = provider;
        Analysis analysis = Analysis.from(new Settings(settings), Tracing.none());
        this.costs = analysis.costs();
        this.synthesis = new SynthesisFunction(
                analysis.clients(), analysis.threads(), analysis.config().guide());
        this.categorization =
                new CategorizationFunction(analysis.clients(), analysis.config().taxonomy());
        this.diagnostics =
                new DiagnosticsFunction(analysis.clients(), analysis.config().guide());
    }

    /** What came of a ticket; the failure is the first of a stage. */
    record Outcome(
            String ticketId,
            @Nullable ErrorType failure,
            @Nullable Categorization categorization,
            @Nullable DiagnosticsAnalysis diagnostics,
            @Nullable CondensedComments condensed,
            List<Warning> warnings,
            List<ModelCall> calls) {
        /** The POD that came out; null when none did. */
        @Nullable
        String pod() {
            return categorization == null ? null : categorization.primaryPod();
        }
    }

    /** What both analyses of these tickets may take. */
    CostEstimate estimate(List<Ticket> tickets) throws LlmException {
        Run run = new Run(
                "run", AnalysisType.BOTH, provider, PromptVersions.DEFAULT, tickets.size(), null, Instant.EPOCH);
        return costs.estimate(run, tickets.size(), tickets).orElseThrow();
    }

    Outcome answer(Ticket ticket) {
        try {
            return outcome(ticket);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Outcome outcome(Ticket ticket) throws InterruptedException {
        String id = ticket.header().ticketId();
        TicketRequest request = new TicketRequest(
                "run:" + id + ":1", id, "1", "run", AnalysisType.BOTH, provider, PromptVersions.DEFAULT, Instant.EPOCH);
        StageTiming fetched = new StageTiming(Stage.FETCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 1);
        Attempt reading = attempt(Stage.SYNTHESIS);
        CallOutcome<SynthesizedTicket> read = synthesis.call(new RawTicket(request, ticket, fetched), reading);
        if (!(read instanceof CallOutcome.Success<SynthesizedTicket>(SynthesizedTicket synthesized))) {
            return new Outcome(
                    id,
                    failure(read),
                    null,
                    null,
                    null,
                    List.of(),
                    reading.account().calls());
        }
        CallOutcome<PodResult> pod = categorization.call(synthesized, attempt(Stage.CATEGORIZATION));
        CallOutcome<DiagnosticsResult> used = diagnostics.call(synthesized, attempt(Stage.DIAGNOSTICS));
        List<Warning> warnings = new ArrayList<>(synthesized.warnings());
        List<ModelCall> calls = new ArrayList<>(synthesized.calls());
        Categorization categorized = null;
        DiagnosticsAnalysis analyzed = null;
        if (pod instanceof CallOutcome.Success<PodResult>(PodResult result)) {
            categorized = result.categorization();
            warnings.addAll(result.warnings());
            calls.addAll(result.calls());
        }
        if (used instanceof CallOutcome.Success<DiagnosticsResult>(DiagnosticsResult result)) {
            analyzed = result.diagnosticsAnalysis();
            warnings.addAll(result.warnings());
            calls.addAll(result.calls());
        }
        ErrorType failed = failure(pod) == null ? failure(used) : failure(pod);
        return new Outcome(
                synthesized.ticket().ticketId(),
                failed,
                categorized,
                analyzed,
                synthesized.condensedComments(),
                warnings,
                calls);
    }

    private static Attempt attempt(Stage stage) {
        return new Attempt(stage, 1, Instant.EPOCH, Instant.EPOCH, Clock.systemUTC(), new CallAccount());
    }

    private static @Nullable ErrorType failure(CallOutcome<?> outcome) {
        return outcome instanceof CallOutcome.Failure<?> failed
                ? failed.failure().errorType()
                : null;
    }
}
