package io.github.ticketsummarizer.llm.anthropic;

import com.anthropic.core.JsonField;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.Usage;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.llm.provider.CallFailures;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a message. */
final class AnthropicAnswer {
    private final Message message;
    private final ProviderAccount account;
    private final CallFailures failures;

    AnthropicAnswer(Message message, ProviderAccount account, CallFailures failures) {
        this.message = message;
        this.account = account;
        this.failures = failures;
    }

    /** @throws com.anthropic.errors.AnthropicInvalidDataException when it is not a message at all */
    ChatAnswer read(@Nullable String requestId, Duration duration) throws LlmException {
        String stop = known(message._stopReason()).map(StopReason::asString).orElse("none");
        // Blocks of thinking may come first.
        String text = message.content().stream()
                .map(ContentBlock::text)
                .flatMap(Optional::stream)
                .map(TextBlock::text)
                .collect(Collectors.joining());
        boolean cut = stop.equals("max_tokens");
        ChatAnswer answer = new ChatAnswer(
                text,
                cut ? ChatAnswer.Finish.LENGTH : ChatAnswer.Finish.COMPLETE,
                account.modelThatAnswered(message.model().asString()),
                requestId == null ? known(message._id()).orElse(null) : requestId,
                known(message._usage()).map(AnthropicAnswer::usage).orElse(TokenUsage.UNKNOWN),
                duration);
        if (stop.equals("refusal")) {
            throw failures.blocked(stop, answer);
        }
        if (text.isBlank() && !cut) {
            throw failures.noText(stop, answer);
        }
        return answer;
    }

    /** Anthropic counts what it read from the cache, and what it wrote to it, beside the input and not in it. */
    private static TokenUsage usage(Usage usage) {
        Optional<Long> fresh = known(usage._inputTokens());
        Optional<Long> cached = known(usage._cacheReadInputTokens());
        Optional<Long> written = known(usage._cacheCreationInputTokens());
        return new TokenUsage(
                fresh.isEmpty()
                        ? null
                        : Stream.of(fresh, cached, written)
                                .flatMap(Optional::stream)
                                .mapToLong(Long::longValue)
                                .sum(),
                cached.orElse(null),
                written.orElse(null),
                known(usage._outputTokens()).orElse(null),
                known(usage._outputTokensDetails())
                        .flatMap(details -> known(details._thinkingTokens()))
                        .orElse(null));
    }

    private static <T> Optional<T> known(JsonField<T> field) {
        return field.asKnown();
    }
}
