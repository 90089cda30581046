package io.github.ticketsummarizer.fakes.otlp;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tokens of a span as Langfuse counts them, once each: what is a part of another count is taken out of that. */
record LangfuseUsage(ReceivedSpan span) {
    Map<String, Long> byKind() {
        Long input = count("llm.token_count.prompt", "gen_ai.usage.input_tokens");
        Long output = count("llm.token_count.completion", "gen_ai.usage.output_tokens");
        Long total = count("llm.token_count.total", "gen_ai.usage.total_tokens");
        Long read = count("llm.token_count.prompt_details.cache_read", "gen_ai.usage.cache_read.input_tokens");
        Long written = count("llm.token_count.prompt_details.cache_write", "gen_ai.usage.cache_creation.input_tokens");
        Long reasoning = count("llm.token_count.completion_details.reasoning", "gen_ai.usage.reasoning.output_tokens");
        Map<String, Long> usage = new TreeMap<>();
        put(usage, "input", less(less(input, read), written));
        put(usage, "input_cached_tokens", read);
        put(usage, "input_cache_creation", written);
        put(usage, "output", less(output, reasoning));
        put(usage, "output_reasoning_tokens", reasoning);
        if (total != null) {
            usage.put("total", total);
        } else if (!usage.isEmpty()) {
            usage.put(
                    "total", usage.values().stream().mapToLong(Long::longValue).sum());
        }
        return usage;
    }

    private @Nullable Long count(String openInference, String genAi) {
        return span.attribute(openInference) instanceof Long count
                ? count
                : span.attribute(genAi) instanceof Long other ? other : null;
    }

    private static @Nullable Long less(@Nullable Long whole, @Nullable Long part) {
        return whole == null || part == null ? whole : Long.valueOf(Math.max(0, whole - part));
    }

    private static void put(Map<String, Long> usage, String kind, @Nullable Long count) {
        if (count != null) {
            usage.put(kind, count);
        }
    }
}
