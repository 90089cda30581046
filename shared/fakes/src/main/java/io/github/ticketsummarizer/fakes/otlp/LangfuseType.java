package io.github.ticketsummarizer.fakes.otlp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The type of observation that Langfuse makes of a span. */
final class LangfuseType {
    static final String GENERATION = "GENERATION";

    /** Kinds of OpenInference that are types of Langfuse's too; a kind in small letters is none. */
    private static final Set<String> KINDS =
            Set.of("CHAIN", "RETRIEVER", "EMBEDDING", "AGENT", "TOOL", "GUARDRAIL", "EVALUATOR");

    private static final Map<String, String> BY_OPERATION = Map.of(
            "chat",
            GENERATION,
            "completion",
            GENERATION,
            "text_completion",
            GENERATION,
            "generate_content",
            GENERATION,
            "embeddings",
            "EMBEDDING",
            "invoke_agent",
            "AGENT",
            "create_agent",
            "AGENT",
            "execute_tool",
            "TOOL");
    private static final List<String> MODEL_KEYS = List.of(
            "langfuse.observation.model.name",
            "gen_ai.response.model",
            "gen_ai.request.model",
            "llm.response.model",
            "llm.model_name",
            "model");

    private LangfuseType() {}

    static String of(ReceivedSpan span) {
        String own = span.text("langfuse.observation.type");
        if (own != null) {
            return own.toUpperCase(Locale.ROOT);
        }
        String kind = Objects.requireNonNullElse(span.text("openinference.span.kind"), "");
        if (kind.equals("LLM")) {
            return GENERATION;
        }
        if (KINDS.contains(kind)) {
            return kind;
        }
        String operation = Objects.requireNonNullElse(span.text("gen_ai.operation.name"), "");
        return BY_OPERATION.getOrDefault(operation, model(span) == null ? "SPAN" : GENERATION);
    }

    /** The model that a span names; null where it names none. */
    static @Nullable String model(ReceivedSpan span) {
        return span.firstText(MODEL_KEYS);
    }
}
