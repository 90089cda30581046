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
        ChatAnswer answer = model.ask(prompts.build(request));
        return new LlmAnswer(
                json.read(answer.text()),
                answer.finish() == ChatAnswer.Finish.COMPLETE,
                answer.model(),
                answer.requestId(),
                answer.usage(),
                prices.cost(provider, answer.model(), answer.usage()),
                answer.duration());
    }
}
