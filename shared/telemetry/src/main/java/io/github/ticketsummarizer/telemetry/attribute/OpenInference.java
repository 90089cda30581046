package io.github.ticketsummarizer.telemetry.attribute;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * Names of OpenInference, which Phoenix and Langfuse read
 * (https://github.com/Arize-ai/openinference, spec/semantic_conventions.md). Token counts and cost belong on LLM spans
 * only: Langfuse sums them over every span.
 */
public final class OpenInference {
    /** One of {@link #LLM} and {@link #CHAIN} here, in upper case: both platforms compare it so. */
    public static final AttributeKey<String> SPAN_KIND = AttributeKey.stringKey("openinference.span.kind");

    public static final String LLM = "LLM";
    public static final String CHAIN = "CHAIN";

    public static final AttributeKey<String> INPUT_VALUE = AttributeKey.stringKey("input.value");
    public static final AttributeKey<String> INPUT_MIME_TYPE = AttributeKey.stringKey("input.mime_type");
    public static final AttributeKey<String> OUTPUT_VALUE = AttributeKey.stringKey("output.value");
    public static final AttributeKey<String> OUTPUT_MIME_TYPE = AttributeKey.stringKey("output.mime_type");

    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain";

    /** The run: the tickets of one run are one session. */
    public static final AttributeKey<String> SESSION_ID = AttributeKey.stringKey("session.id");

    public static final AttributeKey<List<String>> TAGS = AttributeKey.stringArrayKey("tag.tags");
    /** A JSON object as text. */
    public static final AttributeKey<String> METADATA = AttributeKey.stringKey("metadata");

    /** The model that answered, else the one that was asked. */
    public static final AttributeKey<String> LLM_MODEL_NAME = AttributeKey.stringKey("llm.model_name");
    /** Whose servers answer: {@code google}, {@code azure}, {@code anthropic}, {@code openai}. */
    public static final AttributeKey<String> LLM_PROVIDER = AttributeKey.stringKey("llm.provider");
    /** Whose model it is: {@code openai}, {@code anthropic}, {@code vertexai}. */
    public static final AttributeKey<String> LLM_SYSTEM = AttributeKey.stringKey("llm.system");

    /** A JSON object as text. */
    public static final AttributeKey<String> LLM_INVOCATION_PARAMETERS =
            AttributeKey.stringKey("llm.invocation_parameters");

    public static final AttributeKey<String> LLM_FINISH_REASON = AttributeKey.stringKey("llm.finish_reason");

    /** All tokens read, those from a cache included. */
    public static final AttributeKey<Long> LLM_TOKENS_PROMPT = AttributeKey.longKey("llm.token_count.prompt");

    public static final AttributeKey<Long> LLM_TOKENS_CACHE_READ =
            AttributeKey.longKey("llm.token_count.prompt_details.cache_read");
    public static final AttributeKey<Long> LLM_TOKENS_CACHE_WRITE =
            AttributeKey.longKey("llm.token_count.prompt_details.cache_write");

    /** All tokens written, reasoning included. */
    public static final AttributeKey<Long> LLM_TOKENS_COMPLETION = AttributeKey.longKey("llm.token_count.completion");

    public static final AttributeKey<Long> LLM_TOKENS_REASONING =
            AttributeKey.longKey("llm.token_count.completion_details.reasoning");
    public static final AttributeKey<Long> LLM_TOKENS_TOTAL = AttributeKey.longKey("llm.token_count.total");

    /** US dollars. Left away where it is not known: Langfuse takes 0 as the cost. */
    public static final AttributeKey<Double> LLM_COST_TOTAL = AttributeKey.doubleKey("llm.cost.total");

    public static final AttributeKey<String> PROMPT_TEMPLATE = AttributeKey.stringKey("llm.prompt_template.template");
    /** A JSON object as text. */
    public static final AttributeKey<String> PROMPT_TEMPLATE_VARIABLES =
            AttributeKey.stringKey("llm.prompt_template.variables");
    /** A whole number as text. */
    public static final AttributeKey<String> PROMPT_TEMPLATE_VERSION =
            AttributeKey.stringKey("llm.prompt_template.version");

    private OpenInference() {}

    /** The role of an input message, counted from 0. */
    public static AttributeKey<String> inputMessageRole(int index) {
        return AttributeKey.stringKey("llm.input_messages.%d.message.role".formatted(index));
    }

    /** The text of an input message, counted from 0. */
    public static AttributeKey<String> inputMessageContent(int index) {
        return AttributeKey.stringKey("llm.input_messages.%d.message.content".formatted(index));
    }

    /** The role of an output message, counted from 0. */
    public static AttributeKey<String> outputMessageRole(int index) {
        return AttributeKey.stringKey("llm.output_messages.%d.message.role".formatted(index));
    }

    /** The text of an output message, counted from 0. */
    public static AttributeKey<String> outputMessageContent(int index) {
        return AttributeKey.stringKey("llm.output_messages.%d.message.content".formatted(index));
    }
}
