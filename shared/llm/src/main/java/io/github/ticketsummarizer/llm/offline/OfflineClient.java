package io.github.ticketsummarizer.llm.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.ChunkInput;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.model.Json;
import java.time.Duration;

/**
 * The provider {@code offline}: answers every task by keywords, in a millisecond, the same each time. It is a baseline to
 * measure models against and to try the pipeline with; each of its answers says so. It has one way of answering,
 * whatever the prompt version.
 */
public final class OfflineClient implements LlmClient {
    /** The name it gives itself as a model. */
    public static final String MODEL = "offline-baseline-1";

    private final ObjectMapper mapper = new Json().mapper();
    private final OfflineSynthesis synthesis;
    private final OfflineCategorization categorization;
    private final OfflineDiagnostics diagnostics;

    public OfflineClient(AnalysisConfig config) {
        Tokenizer tokenizer = new Tokenizer();
        this.synthesis = new OfflineSynthesis(tokenizer, config);
        this.categorization = new OfflineCategorization(Tokenizer.stemming(), config.taxonomy());
        this.diagnostics = new OfflineDiagnostics(tokenizer, config.guide(), categorization);
    }

    @Override
    public LlmAnswer call(LlmRequest request) {
        long start = System.nanoTime();
        Object content = switch (request.input()) {
            case ThreadInput thread -> synthesis.synthesize(thread.ticket());
            case AnalysisInput analysis -> analyze(request.task(), analysis);
            case ChunkInput chunk -> throw new IllegalArgumentException("threads of any length are read whole here");
        };
        JsonNode json = mapper.valueToTree(content);
        return LlmAnswer.withoutProvider(json, MODEL, Duration.ofNanos(System.nanoTime() - start));
    }

    private Object analyze(LlmTask task, AnalysisInput input) {
        return switch (task) {
            case CATEGORIZATION -> categorization.categorize(input);
            case DIAGNOSTICS -> diagnostics.analyze(input);
            case SYNTHESIS, CONDENSATION ->
                throw new IllegalArgumentException("%s reads the thread, not a synthesis".formatted(task.wireName()));
        };
    }
}
