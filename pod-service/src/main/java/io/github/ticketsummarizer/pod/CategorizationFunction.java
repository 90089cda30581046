package io.github.ticketsummarizer.pod;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.answer.AnalysisWarnings;
import io.github.ticketsummarizer.llm.answer.CategorizationReader;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import io.github.ticketsummarizer.streams.stage.StageFunction;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import org.jspecify.annotations.Nullable;

/** Has a model say which POD of the taxonomy owns a ticket. */
public final class CategorizationFunction implements StageFunction<SynthesizedTicket, PodResult> {
    private final LlmClients clients;
    private final CategorizationReader reader;
    private final int taxonomyVersion;

    public CategorizationFunction(LlmClients clients, Taxonomy taxonomy) {
        this.clients = clients;
        this.reader = new CategorizationReader(taxonomy);
        this.taxonomyVersion = taxonomy.version();
    }

    @Override
    public CallOutcome<PodResult> call(SynthesizedTicket ticket, Attempt attempt) throws InterruptedException {
        try {
            AnalysisInput input = AnalysisInput.of(ticket);
            Categorization answer =
                    clients.ask(LlmTask.CATEGORIZATION, ticket.request(), input, reader::read, attempt.account());
            PodResult result = new PodResult(
                    ticket.request(), answer, taxonomyVersion, attempt.account().calls(), attempt.timing());
            return new CallOutcome.Success<>(result.with(AnalysisWarnings.of(answer, input)));
        } catch (ProviderHeldException held) {
            return new CallOutcome.LaneHeld<>(held.resumeAfter());
        } catch (LlmException failed) {
            return new CallOutcome.Failure<>(failed.failure(), failed.retryAfter());
        }
    }

    @Override
    public void describe(SynthesizedTicket ticket, @Nullable PodResult result, SpanDetails details) {
        details.naming(ticket.people()).input(ticket.synthesis());
        if (result != null) {
            Categorization categorization = result.categorization();
            details.put(Product.PRIMARY_POD, categorization.primaryPod())
                    .put(Product.CONFIDENCE, categorization.confidence().wireName())
                    .output(categorization);
        }
    }
}
