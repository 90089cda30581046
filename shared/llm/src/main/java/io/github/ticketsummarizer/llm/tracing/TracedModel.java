package io.github.ticketsummarizer.llm.tracing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.chat.PromptUse;
import io.github.ticketsummarizer.llm.cost.PriceList;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gives each call to a provider a span, whoever the provider is. It stands inside the limits of the account: a call that
 * these hold back is none, and the wait for a turn is not the model's time.
 */
public final class TracedModel implements ChatModel {
    private final ChatModel model;
    private final ProviderAccount account;
    private final ModelNames names;
    private final PriceList prices;
    private final Tracing tracing;

    public TracedModel(ChatModel model, ProviderAccount account, ModelNames names, PriceList prices, Tracing tracing) {
        this.model = model;
        this.account = account;
        this.names = names;
        this.prices = prices;
        this.tracing = tracing;
    }

    @Override
    public ChatAnswer ask(ChatRequest request) throws LlmException, InterruptedException {
        if (!tracing.isEnabled()) {
            return model.ask(request);
        }
        try (ModelSpan span = ModelSpan.start(tracing, question(request));
                Scope ignored = span.context().makeCurrent()) {
            return ask(request, span);
        }
    }

    private ChatAnswer ask(ChatRequest request, ModelSpan span) throws LlmException, InterruptedException {
        try {
            ChatAnswer answer = model.ask(request);
            span.answered(reply(LlmAnswer.of(answer, JsonNodeFactory.instance.textNode(answer.text()))));
            return answer;
        } catch (LlmException failed) {
            LlmAnswer paid = failed.paid();
            if (paid == null) {
                span.failed(failed);
            } else {
                span.failed(failed, reply(paid));
            }
            throw failed;
        } catch (InterruptedException givenUp) {
            span.interrupted();
            throw givenUp;
        }
    }

    private ModelReply reply(LlmAnswer answer) {
        return new ModelReply(
                answer.rawText(),
                answer.complete() ? "stop" : "length",
                answer.model(),
                answer.requestId(),
                answer.usage(),
                prices.cost(account.provider(), answer.model(), answer.usage()));
    }

    private ModelQuestion question(ChatRequest request) {
        List<ModelQuestion.Message> messages = new ArrayList<>();
        messages.add(new ModelQuestion.Message("system", request.system()));
        for (ChatTurn turn : request.turns()) {
            messages.add(new ModelQuestion.Message(turn.role().name().toLowerCase(Locale.ROOT), turn.text()));
        }
        PromptUse prompt = request.prompt();
        List<String> people = prompt == null ? List.of() : prompt.people().get();
        ModelQuestion.Parameters parameters =
                new ModelQuestion.Parameters(account.maxOutputTokens(), account.temperature());
        return new ModelQuestion(names, account.model(), parameters, messages, people, prompt);
    }
}
