package io.github.ticketsummarizer.fakes.otlp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span as Langfuse shows it.
 *
 * @param parentId null at a root
 * @param type {@code GENERATION}, {@code CHAIN}, {@code SPAN} and others
 * @param level {@code DEFAULT} or {@code ERROR}, or what the span says itself
 * @param usage tokens by kind; none is counted in two of them, and {@code total} is their sum
 * @param cost US dollars; null where the span tells none and Langfuse would price it itself
 * @param promptVersion null where the span names none, or none that is a whole number
 * @param start in whole milliseconds, as {@code end}
 */
public record LangfuseObservation(
        String id,
        String traceId,
        @Nullable String parentId,
        String type,
        String name,
        String level,
        @Nullable String statusMessage,
        @Nullable String model,
        Map<String, Long> usage,
        @Nullable Double cost,
        @Nullable String input,
        @Nullable String output,
        @Nullable String traceName,
        @Nullable String sessionId,
        @Nullable String userId,
        List<String> tags,
        String environment,
        @Nullable String promptName,
        @Nullable Integer promptVersion,
        Map<String, Object> metadata,
        Instant start,
        Instant end) {

    /** Whether it is what the trace's input, output and metadata are taken from. */
    public boolean isRoot() {
        return parentId == null;
    }
}
