package io.github.ticketsummarizer.diagnostics;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.answer.AnalysisWarnings;
import io.github.ticketsummarizer.llm.answer.DiagnosticsReader;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsResult;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import io.github.ticketsummarizer.streams.stage.StageFunction;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import org.jspecify.annotations.Nullable;

/** Has a model say whether Diagnostics was used on a ticket, and whether it could have helped. */
public final class DiagnosticsFunction implements StageFunction<SynthesizedTicket, DiagnosticsResult> {
    private final LlmClients clients;
    private final DiagnosticsReader reader;
    private final DiagnosticsGuide guide;

    public DiagnosticsFunction(LlmClients clients, DiagnosticsGuide guide) {
        this.clients = clients;
        this.reader = new DiagnosticsReader(guide);
        this.guide = guide;
    }

    @Override
    public CallOutcome<DiagnosticsResult> call(SynthesizedTicket ticket, Attempt attempt) throws InterruptedException {
        try {
            AnalysisInput input = AnalysisInput.of(ticket);
            DiagnosticsAnalysis answer = clients.ask(
                    LlmTask.DIAGNOSTICS,
                    ticket.request(),
                    input,
                    said -> reader.read(said, ticket.ticket().customFields()),
                    attempt.account());
            DiagnosticsResult result = new DiagnosticsResult(
                    ticket.request(), answer, guide.version(), attempt.account().calls(), attempt.timing());
            return new CallOutcome.Success<>(result.with(AnalysisWarnings.of(answer, input, guide)));
        } catch (ProviderHeldException held) {
            return new CallOutcome.LaneHeld<>(held.resumeAfter());
        } catch (LlmException failed) {
            return new CallOutcome.Failure<>(failed.failure(), failed.retryAfter());
        }
    }

    @Override
    public void describe(SynthesizedTicket ticket, @Nullable DiagnosticsResult result, SpanDetails details) {
        details.naming(ticket.people()).input(ticket.synthesis());
        if (result != null) {
            DiagnosticsAnalysis analysis = result.diagnosticsAnalysis();
            details.put(
                            Product.WAS_USED,
                            analysis.wasDiagnosticsUsed().llmAssessment().wireName())
                    .put(
                            Product.COULD_HELP,
                            analysis.couldDiagnosticsHelp().overallAssessment().wireName())
                    .output(analysis);
        }
    }
}
