package io.github.ticketsummarizer.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.chat.AnswerSchema;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.llm.resilience.AccountLimits;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the model providers can be asked. */
public final class ProviderChecks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = """
        {"type": "object", "additionalProperties": false, "required": ["status"],
         "properties": {"status": {"type": "string", "enum": ["ready"]}}}
        """;

    private final ChatModels models;

    public ProviderChecks(ChatModels models) {
        this.models = models;
    }

    /**
     * Looks at a provider.
     *
     * @param required whether a provider without settings is a fault
     * @param live whether to make one call, of some 50 tokens
     */
    public List<Finding> look(LlmProvider provider, boolean required, boolean live) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        String subject = provider.wireName();
        try {
            findings.add(Finding.ok(subject, "set: %s".formatted(models.account(provider))));
        } catch (LlmException missing) {
            String text = String.valueOf(missing.getMessage());
            findings.add(required ? Finding.failed(subject, text, ExitCode.CREDENTIALS) : Finding.note(subject, text));
            return findings;
        }
        findings.add(limits(provider));
        if (live) {
            findings.add(call(provider));
        }
        return findings;
    }

    private Finding limits(LlmProvider provider) {
        AccountLimits limits = models.limits(provider);
        int processes = limits.instances();
        return Finding.ok(
                provider.wireName(),
                "%s and %s a minute by %d process%s together"
                        .formatted(
                                amount(limits.requestsPerMinute(), processes, "requests"),
                                amount(limits.tokensPerMinute(), processes, "tokens"),
                                processes,
                                processes == 1 ? "" : "es"));
    }

    private static String amount(int each, int processes, String what) {
        return each == 0 ? "any number of " + what : "%d %s".formatted((long) each * processes, what);
    }

    private Finding call(LlmProvider provider) throws InterruptedException {
        String subject = provider.wireName();
        try {
            ChatAnswer answer = models.model(provider).ask(question());
            return fits(answer)
                    ? Finding.ok(
                            subject,
                            "%s answered the schema after %d ms, %s tokens read and %s written"
                                    .formatted(
                                            answer.model(),
                                            answer.duration().toMillis(),
                                            known(answer.usage().input()),
                                            known(answer.usage().output())))
                    : Finding.note(
                            subject,
                            "%s does not keep to the schema that it is given; its answers will have to be mended"
                                    .formatted(answer.model()));
        } catch (LlmException failed) {
            ErrorType type = failed.failure().errorType();
            return Finding.failed(
                    subject,
                    String.valueOf(failed.getMessage()),
                    type == ErrorType.LLM_AUTH ? ExitCode.CREDENTIALS : ExitCode.UNREACHABLE);
        }
    }

    private static Object known(@Nullable Long tokens) {
        return tokens == null ? "uncounted" : tokens;
    }

    private static ChatRequest question() {
        return new ChatRequest(
                "You answer with JSON.",
                List.of(ChatTurn.user("Say that you are ready.")),
                new AnswerSchema("status", json(SCHEMA)));
    }

    private static boolean fits(ChatAnswer answer) {
        try {
            return JSON.readTree(answer.text()).path("status").asText().equals("ready");
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
