package io.github.ticketsummarizer.llm.tracing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.llm.chat.PromptUse;
import io.github.ticketsummarizer.telemetry.attribute.GenAi;
import io.github.ticketsummarizer.telemetry.attribute.Langfuse;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.SpanContent;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;

/** What the span of a call tells of what a model is asked. */
final class QuestionAttributes {
    /** The role of what the model said before. */
    private static final String ASSISTANT = "assistant";
    /** The role of instructions; they are the same for every ticket of a task. */
    private static final String SYSTEM = "system";

    private QuestionAttributes() {}

    /** What is known without a look at a text: whose model it is, and how it is to answer. */
    static Attributes ofModel(ModelQuestion question) {
        AttributesBuilder attributes = Attributes.builder()
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
        return attributes.build();
    }

    /** What it is asked, fit to be told: messages, and the prompt that they are made of. */
    static Attributes ofMessages(ModelQuestion question, SpanDetails details, SpanContent content) {
        AttributesBuilder attributes = Attributes.builder();
        addMessages(attributes, question.messages(), content);
        PromptUse prompt = question.prompt();
        if (prompt != null) {
            addPrompt(attributes, prompt, details.naming(question.people()), content);
        }
        return attributes.build();
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
}
