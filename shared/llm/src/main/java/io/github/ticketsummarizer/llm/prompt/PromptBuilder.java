package io.github.ticketsummarizer.llm.prompt;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.answer.AnswerSchemas;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.chat.PromptUse;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a question to a model into words. Thread-safe. */
public final class PromptBuilder {
    private final PromptLibrary library;
    private final TicketVariables variables;
    private final AnswerSchemas schemas;

    public PromptBuilder(PromptLibrary library, AnalysisConfig config) {
        this.library = library;
        this.variables = new TicketVariables(config.guide().feature().name());
        this.schemas = new AnswerSchemas(config);
    }

    /** @throws LlmException {@code llm_bad_request} when the prompt version does not exist or its files are wrong */
    public ChatRequest build(LlmRequest request) throws LlmException {
        PromptName name = new PromptName(request.task(), request.promptVersion());
        Prompt prompt = library.prompt(name);
        Map<String, @Nullable Object> ofTicket = variables.of(request.input());
        ChatTurn question = ChatTurn.user(library.render(name, prompt.ticket(), ofTicket));
        return new ChatRequest(
                prompt.system(),
                turns(question, request),
                schemas.of(request.task()),
                new PromptUse(
                        request.task().wireName(),
                        name.version(),
                        prompt.ticketSource(),
                        ofTicket,
                        request.input().people()));
    }

    /**
     * What every question of a task has in common.
     *
     * @param schema of the answer, as JSON
     */
    public record FixedPart(String system, String schema) {}

    /** @throws LlmException {@code llm_bad_request} when the prompt version does not exist or its files are wrong */
    public FixedPart fixedPart(LlmTask task, int version) throws LlmException {
        return new FixedPart(
                library.prompt(new PromptName(task, version)).system(),
                schemas.of(task).schema().toString());
    }

    private static List<ChatTurn> turns(ChatTurn question, LlmRequest request) {
        LlmRequest.Repair repair = request.repair();
        if (repair == null) {
            return List.of(question);
        }
        String refusal = """
                That answer cannot be used: %s.
                Answer the question again, whole, as one JSON object of the shape that was asked for, and nothing else.""".formatted(repair.problems());
        return List.of(question, ChatTurn.assistant(repair.rawAnswer()), ChatTurn.user(refusal));
    }
}
