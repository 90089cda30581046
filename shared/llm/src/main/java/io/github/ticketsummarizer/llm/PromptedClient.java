package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.answer.AnswerJson;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.cost.PriceList;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;

/** Asks a provider's model with the prompts of the configuration, and tells what that cost. */
public final class PromptedClient implements LlmClient {
    private final LlmProvider provider;
    private final PromptBuilder prompts;
    private final ChatModel model;
    private final PriceList prices;
    private final AnswerJson json = new AnswerJson();

    public PromptedClient(LlmProvider provider, PromptBuilder prompts, ChatModel model, PriceList prices) {
        this.provider = provider;
        this.prompts = prompts;
        this.model = model;
        this.prices = prices;
    }

    @Override
    public LlmAnswer call(LlmRequest request) throws LlmException, InterruptedException {
        try {
            ChatAnswer answer = model.ask(prompts.build(request));
            return priced(LlmAnswer.of(answer, json.read(answer.text())));
        } catch (LlmException failed) {
            LlmAnswer paid = failed.paid();
            throw paid == null ? failed : failed.paidFor(priced(paid));
        }
    }

    private LlmAnswer priced(LlmAnswer answer) {
        return answer.costing(prices.cost(provider, answer.model(), answer.usage()));
    }
}
