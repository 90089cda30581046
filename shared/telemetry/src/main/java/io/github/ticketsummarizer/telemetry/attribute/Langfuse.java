package io.github.ticketsummarizer.telemetry.attribute;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Names that Langfuse reads before all others
 * (https://github.com/langfuse/langfuse, packages/shared/src/server/otel/attributes.ts). Its version 4 keeps one row a
 * span and filters and sums by row, so the trace's keys stand on every span.
 */
public final class Langfuse {
    public static final AttributeKey<String> TRACE_NAME = AttributeKey.stringKey("langfuse.trace.name");
    public static final AttributeKey<String> PROMPT_NAME = AttributeKey.stringKey("langfuse.observation.prompt.name");
    /** A whole number: anything else loses the link to the prompt. */
    public static final AttributeKey<Long> PROMPT_VERSION = AttributeKey.longKey("langfuse.observation.prompt.version");

    private Langfuse() {}

    /** A key of the trace's metadata, which Langfuse shows and filters by. */
    public static AttributeKey<String> traceMetadata(String key) {
        return AttributeKey.stringKey("langfuse.trace.metadata." + key);
    }
}
