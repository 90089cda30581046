package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.answer.AnswerJson;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import java.util.Objects;

/** Asks a model with the prompts of the configuration. */
public final class PromptedClient implements LlmClient {
    private final PromptBuilder prompts;
    private final ChatModel model;
    private final AnswerJson json = new AnswerJson();

    public PromptedClient(PromptBuilder prompts, ChatModel model) {
        this.prompts = Objects.requireNonNull(prompts);
        this.model = Objects.requireNonNull(model);
    }

    @Override
    public LlmAnswer call(LlmRequest request) throws LlmException, InterruptedException {
        ChatRequest question = prompts.build(request);
        ChatAnswer answer = model.ask(question);
        return new LlmAnswer(
                json.read(answer.text()),
                answer.finish() == ChatAnswer.Finish.COMPLETE,
                answer.model(),
                answer.requestId(),
                answer.usage(),
                null,
                answer.duration());
    }
}
