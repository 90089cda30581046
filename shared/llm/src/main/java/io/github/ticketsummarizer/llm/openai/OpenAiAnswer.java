package io.github.ticketsummarizer.llm.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.JsonField;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.completions.CompletionUsage;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.llm.provider.CallFailures;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a chat completion. What compatible servers may leave out is read so that its absence does not matter. */
final class OpenAiAnswer {
    private final ChatCompletion completion;
    private final ProviderAccount account;
    private final CallFailures failures;

    OpenAiAnswer(ChatCompletion completion, ProviderAccount account, CallFailures failures) {
        this.completion = completion;
        this.account = account;
        this.failures = failures;
    }

    /** @throws com.openai.errors.OpenAIInvalidDataException when it is not a completion at all */
    ChatAnswer read(@Nullable String requestId, Duration duration) throws LlmException {
        if (completion.choices().isEmpty()) {
            throw failures.unreadable();
        }
        ChatCompletion.Choice choice = completion.choices().getFirst();
        ChatCompletionMessage message = choice.message();
        String finish = known(choice._finishReason())
                .map(ChatCompletion.Choice.FinishReason::asString)
                .orElse("none");
        String text = text(message);
        boolean cut = finish.equals("length");
        ChatAnswer answer = new ChatAnswer(
                text,
                cut ? ChatAnswer.Finish.LENGTH : ChatAnswer.Finish.COMPLETE,
                account.modelThatAnswered(completion.model()),
                requestId == null ? known(completion._id()).orElse(null) : requestId,
                known(completion._usage()).map(OpenAiAnswer::usage).orElse(TokenUsage.UNKNOWN),
                duration);
        if (finish.equals("content_filter") || known(message._refusal()).isPresent()) {
            throw failures.blocked(finish.equals("content_filter") ? finish : "refusal", answer);
        }
        if (text.isBlank() && !cut) {
            throw failures.noText(finish, answer);
        }
        return answer;
    }

    /** Servers of models that think may send parts, the thinking first, where OpenAI sends the text. */
    private static String text(ChatCompletionMessage message) {
        return message._content()
                .asUnknown()
                .map(parts -> parts.convert(JsonNode.class))
                .filter(JsonNode::isArray)
                .map(OpenAiAnswer::joined)
                .orElseGet(() -> known(message._content()).orElse(""));
    }

    private static String joined(JsonNode parts) {
        return parts.valueStream()
                .filter(part -> part.path("type").asText().equals("text"))
                .map(part -> part.path("text").asText())
                .collect(Collectors.joining());
    }

    private static TokenUsage usage(CompletionUsage usage) {
        return new TokenUsage(
                known(usage._promptTokens()).orElse(null),
                known(usage._promptTokensDetails())
                        .flatMap(details -> known(details._cachedTokens()))
                        .orElse(null),
                null,
                known(usage._completionTokens()).orElse(null),
                known(usage._completionTokensDetails())
                        .flatMap(details -> known(details._reasoningTokens()))
                        .orElse(null));
    }

    private static <T> Optional<T> known(JsonField<T> field) {
        return field.asKnown();
    }
}
