package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.answer.AnswerJson;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.cost.PriceList;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;

/** Asks a provider's model with the prompts of the configuration, and tells what that cost. */
public final class PromptedClient implements LlmClient {
    private final LlmProvider provider;
    private final PromptBuilder prompts;
    private final ChatModel model;
    private final PriceList prices;
    private final RequestSize size;
    private final AnswerJson json = new AnswerJson();

    /** @param maxTokens that a request may have, as estimated */
    public PromptedClient(
            LlmProvider provider, PromptBuilder prompts, ChatModel model, PriceList prices, int maxTokens) {
        this.provider = provider;
        this.size = RequestSize.of(prompts, maxTokens);
        this.prompts = prompts;
        this.model = model;
        this.prices = prices;
    }

    @Override
    public LlmAnswer call(LlmRequest request) throws LlmException, InterruptedException {
        ChatRequest question = prompts.build(request);
        requireWithinLimit(request, question);
        try {
            ChatAnswer answer = model.ask(question);
            return priced(LlmAnswer.of(answer, json.read(answer.text())));
        } catch (LlmException failed) {
            LlmAnswer paid = failed.paid();
            throw paid == null ? failed : failed.paidFor(priced(paid));
        }
    }

    @Override
    public long maxTokens() {
        return size.maxTokens();
    }

    @Override
    public long tokens(LlmRequest request) throws LlmException {
        return size.tokens(request);
    }

    /** A repair may be longer by the answer that it repeats: models have room for that above the limit. */
    private void requireWithinLimit(LlmRequest request, ChatRequest question) throws LlmException {
        long tokens = question.estimatedTokens();
        if (request.repair() == null && tokens > size.maxTokens()) {
            throw new LlmException(CallFailure.permanent(
                    ErrorType.LLM_BAD_REQUEST,
                    "the request for %s would have about %d tokens, and %s_REQUEST_MAX_TOKENS allows %d; raise it as far as the model's window goes, or ask a model with a larger one"
                            .formatted(
                                    request.task().wireName(), tokens, provider.settingsPrefix(), size.maxTokens())));
        }
    }

    private LlmAnswer priced(LlmAnswer answer) {
        return answer.costing(prices.cost(provider, answer.model(), answer.usage()));
    }
}
