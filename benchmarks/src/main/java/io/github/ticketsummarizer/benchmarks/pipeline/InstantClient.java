package io.github.ticketsummarizer.benchmarks.pipeline;

import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers each task at once with what another client answered first, so that a call costs nothing. */
final class InstantClient implements LlmClient {
    private final LlmClient first;
    private final Map<LlmTask, LlmAnswer> answers = new ConcurrentHashMap<>();

    InstantClient(LlmClient first) {
        this.first = first;
    }

    @Override
    public LlmAnswer call(LlmRequest request) throws LlmException, InterruptedException {
        LlmAnswer known = answers.get(request.task());
        if (known == null) {
            known = first.call(request);
            answers.put(request.task(), known);
        }
        return known;
    }
}
