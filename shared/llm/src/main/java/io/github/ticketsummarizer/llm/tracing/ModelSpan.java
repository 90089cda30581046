package io.github.ticketsummarizer.llm.tracing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.PromptUse;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.telemetry.attribute.GenAi;
import io.github.ticketsummarizer.telemetry.attribute.Langfuse;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.InheritedAttributes;
import io.github.ticketsummarizer.telemetry.span.OpenSpan;
import io.github.ticketsummarizer.telemetry.span.SpanContent;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import io.github.ticketsummarizer.telemetry.span.SpanError;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The span of one call to a model: {@code chat MODEL}, of kind LLM, below the span of the stage that asks. */
final class ModelSpan implements AutoCloseable {
    private static final String ASSISTANT = "assistant";
    /** The role of instructions; they are the same for every ticket of a task. */
    private static final String SYSTEM = "system";

    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final OpenSpan span;
    private final String askedModel;
    private final SpanContent content;

    private ModelSpan(OpenSpan span, String askedModel, SpanContent content) {
        this.span = span;
        this.askedModel = askedModel;
        this.content = content;
    }

    /** Starts the span. What the model is asked is made fit to be told while it answers. */
    static ModelSpan start(Tracing tracing, ModelQuestion question) {
        AttributesBuilder attributes = Attributes.builder();
        addModel(attributes, question);
        Context parent = Context.current();
        String session = InheritedAttributes.of(parent).get(OpenInference.SESSION_ID);
        if (session != null) {
            attributes.put(GenAi.CONVERSATION_ID, session);
        }
        OpenSpan span = tracing.open(tracing.child(parent, "chat " + question.model(), SpanKind.CLIENT)
                .setAllAttributes(attributes.build()));
        SpanContent content = tracing.content(question.people());
        span.tell(() -> asked(tracing, question, content));
        return new ModelSpan(span, question.model(), content);
    }

    private static Attributes asked(Tracing tracing, ModelQuestion question, SpanContent content) {
        AttributesBuilder attributes = Attributes.builder();
        addMessages(attributes, question.messages(), content);
        PromptUse prompt = question.prompt();
        if (prompt != null) {
            addPrompt(attributes, prompt, tracing.details().naming(question.people()), content);
        }
        return attributes.build();
    }

    /** The context of what is below it. */
    Context context() {
        return Context.current().with(span.span());
    }

    /** The model answered. */
    void answered(ModelReply reply) {
        span.tell(() -> answer(reply));
        span.span().setStatus(StatusCode.OK);
    }

    private Attributes answer(ModelReply reply) {
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

    /** No answer came. */
    void failed(LlmException failure) {
        Tracing.fail(span.span(), SpanError.of(failure.failure()));
        tellNoAnswer();
    }

    /** An answer came that is of no use, and is paid for. It is not {@link #answered}: a status that is OK stays so. */
    void failed(LlmException failure, ModelReply paid) {
        Tracing.fail(span.span(), SpanError.of(failure.failure()));
        span.tell(() -> answer(paid));
        if (paid.usage().equals(TokenUsage.UNKNOWN)) {
            addNoUsage();
        }
    }

    /** The call was given up: by its deadline, or because the stage closes. */
    void interrupted() {
        Tracing.fail(span.span(), SpanError.INTERRUPTED);
        tellNoAnswer();
    }

    @Override
    public void close() {
        span.end();
    }

    /** The name of the model waits for the one that answers: an attribute that is put twice counts as dropped. */
    private void tellNoAnswer() {
        span.span().setAttribute(OpenInference.LLM_MODEL_NAME, askedModel);
        addNoUsage();
    }

    /** Without a usage Langfuse would count the tokens of a failed call itself. */
    private void addNoUsage() {
        span.span()
                .setAttribute(OpenInference.LLM_TOKENS_PROMPT, 0L)
                .setAttribute(OpenInference.LLM_TOKENS_COMPLETION, 0L)
                .setAttribute(OpenInference.LLM_TOKENS_TOTAL, 0L);
    }

    private static void addModel(AttributesBuilder attributes, ModelQuestion question) {
        attributes
                .put(OpenInference.SPAN_KIND, OpenInference.LLM)
                .put(OpenInference.LLM_PROVIDER, question.names().provider())
                .put(OpenInference.LLM_SYSTEM, question.names().system())
                .put(GenAi.OPERATION_NAME, GenAi.CHAT)
                .put(GenAi.PROVIDER_NAME, question.names().genAiProvider())
                .put(GenAi.REQUEST_MODEL, question.model())
                .put(GenAi.OUTPUT_TYPE, "json");
        ModelQuestion.Parameters parameters = question.parameters();
        if (parameters != null) {
            addParameters(attributes, question.model(), parameters);
        }
    }

    private static void addParameters(AttributesBuilder attributes, String model, ModelQuestion.Parameters parameters) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("model", model).put("max_tokens", parameters.maxTokens());
        attributes.put(GenAi.REQUEST_MAX_TOKENS, parameters.maxTokens());
        Double temperature = parameters.temperature();
        if (temperature != null) {
            json.put("temperature", temperature);
            attributes.put(GenAi.REQUEST_TEMPERATURE, temperature);
        }
        attributes.put(OpenInference.LLM_INVOCATION_PARAMETERS, json.toString());
    }

    private static void addMessages(
            AttributesBuilder attributes, List<ModelQuestion.Message> messages, SpanContent content) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        long length = 0;
        for (int i = 0; i < messages.size(); i++) {
            ModelQuestion.Message message = messages.get(i);
            attributes.put(OpenInference.inputMessageRole(i), message.role());
            String text =
                    message.role().equals(SYSTEM) ? content.fixedText(message.text()) : content.text(message.text());
            content.putAllowed(attributes, OpenInference.inputMessageContent(i), text);
            all.addObject().put("role", message.role()).put("content", text);
            length += message.text().length();
        }
        attributes
                .put(Product.PROMPT_LENGTH, length)
                .put(
                        Product.REPAIR,
                        messages.stream().anyMatch(message -> message.role().equals(ASSISTANT)))
                .put(OpenInference.INPUT_MIME_TYPE, OpenInference.JSON);
        content.putAllowed(attributes, OpenInference.INPUT_VALUE, all.toString());
    }

    private static void addPrompt(
            AttributesBuilder attributes, PromptUse prompt, SpanDetails details, SpanContent content) {
        attributes
                .put(OpenInference.PROMPT_TEMPLATE_VERSION, Integer.toString(prompt.version()))
                .put(Langfuse.PROMPT_NAME, prompt.name())
                .put(Langfuse.PROMPT_VERSION, (long) prompt.version());
        content.putAllowed(attributes, OpenInference.PROMPT_TEMPLATE, content.fixedText(prompt.template()));
        details.json(OpenInference.PROMPT_TEMPLATE_VARIABLES, prompt.variables());
        attributes.putAll(details.attributes());
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
