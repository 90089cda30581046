package io.github.ticketsummarizer.llm.tracing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.telemetry.attribute.GenAi;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.span.SpanContent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the span of a call tells of what a model answered, fit to be told. */
final class ReplyAttributes {
    private static final String ASSISTANT = "assistant";
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ReplyAttributes() {}

    static Attributes of(ModelReply reply, SpanContent content) {
        AttributesBuilder attributes = Attributes.builder()
                .put(OpenInference.LLM_MODEL_NAME, reply.model())
                .put(OpenInference.LLM_FINISH_REASON, reply.finishReason())
                .put(OpenInference.outputMessageRole(0), ASSISTANT)
                .put(GenAi.RESPONSE_MODEL, reply.model())
                .put(GenAi.RESPONSE_FINISH_REASONS, List.of(reply.finishReason()));
        String text = content.text(reply.text());
        attributes.put(OpenInference.OUTPUT_MIME_TYPE, mimeType(text));
        content.putAllowed(attributes, OpenInference.OUTPUT_VALUE, text);
        content.putAllowed(attributes, OpenInference.outputMessageContent(0), text);
        if (reply.responseId() != null) {
            attributes.put(GenAi.RESPONSE_ID, reply.responseId());
        }
        addUsage(attributes, reply.usage());
        if (reply.costUsd() != null) {
            attributes.put(OpenInference.LLM_COST_TOTAL, reply.costUsd()).put(GenAi.USAGE_COST, reply.costUsd());
        }
        return attributes.build();
    }

    private static void addUsage(AttributesBuilder attributes, TokenUsage usage) {
        put(attributes, usage.input(), OpenInference.LLM_TOKENS_PROMPT, GenAi.USAGE_INPUT_TOKENS);
        put(attributes, usage.output(), OpenInference.LLM_TOKENS_COMPLETION, GenAi.USAGE_OUTPUT_TOKENS);
        put(attributes, usage.cachedInput(), OpenInference.LLM_TOKENS_CACHE_READ, GenAi.USAGE_CACHE_READ_INPUT_TOKENS);
        put(
                attributes,
                usage.cacheWrite(),
                OpenInference.LLM_TOKENS_CACHE_WRITE,
                GenAi.USAGE_CACHE_CREATION_INPUT_TOKENS);
        put(attributes, usage.reasoning(), OpenInference.LLM_TOKENS_REASONING, GenAi.USAGE_REASONING_OUTPUT_TOKENS);
        if (usage.input() != null && usage.output() != null) {
            attributes.put(
                    OpenInference.LLM_TOKENS_TOTAL,
                    Objects.requireNonNull(usage.input()) + Objects.requireNonNull(usage.output()));
        }
    }

    private static void put(
            AttributesBuilder attributes, @Nullable Long tokens, AttributeKey<Long> one, AttributeKey<Long> other) {
        if (tokens != null) {
            attributes.put(one, tokens).put(other, tokens);
        }
    }

    /** A text that only begins like JSON is none: platforms would fail to read it. */
    private static String mimeType(String text) {
        try {
            return JSON.readTree(text).isContainerNode() ? OpenInference.JSON : OpenInference.TEXT;
        } catch (JsonProcessingException e) {
            return OpenInference.TEXT;
        }
    }
}
