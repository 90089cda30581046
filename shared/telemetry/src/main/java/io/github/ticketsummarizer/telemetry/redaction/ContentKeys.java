package io.github.ticketsummarizer.telemetry.redaction;

import java.util.List;
import java.util.Set;

/** Which attributes hold what. */
final class ContentKeys {
    private static final Set<String> INPUTS =
            Set.of("input.value", "gen_ai.system_instructions", "langfuse.observation.input", "langfuse.trace.input");
    private static final Set<String> OUTPUTS =
            Set.of("output.value", "langfuse.observation.output", "langfuse.trace.output");
    private static final List<String> MESSAGES = List.of(
            "llm.input_messages.",
            "llm.output_messages.",
            "gen_ai.input.messages",
            "gen_ai.output.messages",
            "llm.prompts",
            "llm.choices",
            "llm.tools.",
            "retrieval.documents.");
    /** What the ticket puts into a prompt. */
    private static final String TEMPLATE_VARIABLES = "llm.prompt_template.variables";

    private static final Set<String> OTHER_CONTENT = Set.of(
            "error.message",
            "exception.message",
            "exception.stacktrace",
            "llm.prompt_template.template",
            TEMPLATE_VARIABLES,
            "tool.parameters",
            "langfuse.observation.status_message");
    /**
     * Ids and names that we or a platform chose. They hold no text, and some look like the numbers and keys that are
     * searched for.
     */
    private static final Set<String> OWN_IDS = Set.of(
            "caller.trace_id",
            "gen_ai.request.model",
            "messaging.client.id",
            "messaging.client_id",
            "messaging.consumer.group.name",
            "messaging.destination.name",
            "messaging.destination.partition.id",
            "messaging.kafka.cluster.id",
            "messaging.message.id",
            "openinference.span.kind",
            "server.address",
            "service.instance.id",
            "batch.call_id");
    /** Ids that whoever submits a ticket may choose. */
    private static final Set<String> IDS_OF_SUBMITTERS =
            Set.of("gen_ai.conversation.id", "langfuse.session.id", "request_id", "run_id", "session.id");

    private static final String ANSWER_ID = "gen_ai.response.id";
    private static final Set<String> ANSWER_MODELS = Set.of("gen_ai.response.model", "llm.model_name");

    private ContentKeys() {}

    static boolean isInput(String key) {
        return INPUTS.contains(key);
    }

    static boolean isOutput(String key) {
        return OUTPUTS.contains(key);
    }

    /** What a prompt is made of besides its fixed text: it repeats the ticket, as messages do. */
    static boolean isTemplateVariables(String key) {
        return key.equals(TEMPLATE_VARIABLES);
    }

    /** Text inside a list of messages. */
    static boolean isMessageText(String key) {
        return key.endsWith(".message.content") || key.endsWith("message_content.text") || key.startsWith("gen_ai.");
    }

    /** What goes to a model and comes back, and what may repeat it. */
    static boolean isContent(String key) {
        return isInput(key)
                || isOutput(key)
                || OTHER_CONTENT.contains(key)
                || (MESSAGES.stream().anyMatch(key::startsWith) && !key.endsWith(".role"));
    }

    /** Whether it is an id under a name of ids. Somebody may have put another text where an id belongs. */
    static boolean isIdentifier(String key, String value) {
        return (OWN_IDS.contains(key) && value.chars().allMatch(ContentKeys::mayStandInIds))
                || (IDS_OF_SUBMITTERS.contains(key) && Identifiers.isOfRun(value))
                || (key.equals(ANSWER_ID) && Identifiers.isOfAnswer(value))
                || (ANSWER_MODELS.contains(key) && Identifiers.isModelName(value));
    }

    private static boolean mayStandInIds(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "-_.:/=~".indexOf(character) >= 0;
    }
}
