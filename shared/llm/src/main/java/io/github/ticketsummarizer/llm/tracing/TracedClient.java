package io.github.ticketsummarizer.llm.tracing;

import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.context.Scope;
import java.util.List;

/** Gives each call of a client that asks no provider a span like that of a call to one. */
public final class TracedClient implements LlmClient {
    private final LlmClient client;
    private final String model;
    private final ModelNames names;
    private final Tracing tracing;
    private final Json json = new Json();

    /** @param model the name that the client gives itself */
    public TracedClient(LlmClient client, String model, ModelNames names, Tracing tracing) {
        this.client = client;
        this.model = model;
        this.names = names;
        this.tracing = tracing;
    }

    @Override
    public LlmAnswer call(LlmRequest request) throws LlmException, InterruptedException {
        if (!tracing.isEnabled()) {
            return client.call(request);
        }
        try (ModelSpan span = ModelSpan.start(tracing, question(request));
                Scope ignored = span.context().makeCurrent()) {
            return call(request, span);
        }
    }

    private LlmAnswer call(LlmRequest request, ModelSpan span) throws LlmException, InterruptedException {
        try {
            LlmAnswer answer = client.call(request);
            span.answered(new ModelReply(
                    answer.rawText(), "stop", answer.model(), answer.requestId(), answer.usage(), answer.costUsd()));
            return answer;
        } catch (LlmException failed) {
            span.failed(failed);
            throw failed;
        } catch (InterruptedException givenUp) {
            span.interrupted();
            throw givenUp;
        }
    }

    /** What it reads in place of messages is the ticket itself, as JSON. */
    private ModelQuestion question(LlmRequest request) {
        String input = json.mapper().valueToTree(request.input()).toString();
        return new ModelQuestion(
                names,
                model,
                null,
                List.of(new ModelQuestion.Message("user", input)),
                request.input().people(),
                null);
    }
}
