package io.github.ticketsummarizer.llm.prompt;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.answer.AnswerSchemas;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.chat.PromptUse;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.text.TokenEstimate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Puts a question to a model into words. Thread-safe. */
public final class PromptBuilder {
    private final PromptLibrary library;
    private final TicketVariables variables;
    private final AnswerSchemas schemas;
    private final ConcurrentMap<PromptName, FixedPart> fixedParts = new ConcurrentHashMap<>();

    public PromptBuilder(PromptLibrary library, AnalysisConfig config) {
        this.library = library;
        this.variables = new TicketVariables(config.guide().feature().name());
        this.schemas = new AnswerSchemas(config);
    }

    /**
     * The request that asks this question.
     *
     * @throws LlmException {@code llm_bad_request} when the prompt version does not exist or its files are wrong
     */
    public ChatRequest build(LlmRequest request) throws LlmException {
        PromptName name = new PromptName(request.task(), request.promptVersion());
        Prompt prompt = library.prompt(name);
        Map<String, @Nullable Object> ofTicket = variables.of(request.input());
        List<ChatTurn> turns = turns(ChatTurn.user(library.render(name, prompt.ticket(), ofTicket)), request);
        return new ChatRequest(
                prompt.system(),
                turns,
                schemas.of(request.task()),
                new PromptUse(
                        request.task().wireName(),
                        name.version(),
                        prompt.ticketSource(),
                        ofTicket,
                        request.input()::people),
                fixedPart(name).tokens() + ChatRequest.tokens(turns));
    }

    /**
     * What every question of a task has in common.
     *
     * @param schema of the answer, as JSON
     * @param tokens of both together, estimated
     */
    public record FixedPart(String system, String schema, long tokens) {}

    /**
     * What is the same in every request of a task.
     *
     * @throws LlmException {@code llm_bad_request} when the prompt version does not exist or its files are wrong
     */
    public FixedPart fixedPart(LlmTask task, int version) throws LlmException {
        return fixedPart(new PromptName(task, version));
    }

    private FixedPart fixedPart(PromptName name) throws LlmException {
        FixedPart known = fixedParts.get(name);
        if (known != null) {
            return known;
        }
        String system = library.prompt(name).system();
        String schema = schemas.of(name.task()).schema().toString();
        FixedPart counted = new FixedPart(system, schema, TokenEstimate.of(system) + TokenEstimate.of(schema));
        fixedParts.put(name, counted);
        return counted;
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
