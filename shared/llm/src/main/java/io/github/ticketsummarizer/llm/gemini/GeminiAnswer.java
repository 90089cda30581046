package io.github.ticketsummarizer.llm.gemini;

import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.Part;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.llm.provider.CallFailures;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what {@code generateContent} answered. */
final class GeminiAnswer {
    private static final Set<FinishReason.Known> BLOCKED = Set.of(
            FinishReason.Known.SAFETY,
            FinishReason.Known.RECITATION,
            FinishReason.Known.BLOCKLIST,
            FinishReason.Known.PROHIBITED_CONTENT,
            FinishReason.Known.SPII);

    private final GenerateContentResponse response;
    private final CallFailures failures;

    GeminiAnswer(GenerateContentResponse response, CallFailures failures) {
        this.response = response;
        this.failures = failures;
    }

    ChatAnswer read(ProviderAccount account, Duration duration) throws LlmException {
        Candidate candidate = candidate(account, duration);
        FinishReason finish = candidate.finishReason().orElseGet(() -> new FinishReason("none"));
        String text = text(candidate);
        boolean cut = finish.knownEnum() == FinishReason.Known.MAX_TOKENS;
        ChatAnswer answer =
                answer(text, cut ? ChatAnswer.Finish.LENGTH : ChatAnswer.Finish.COMPLETE, account, duration);
        if (BLOCKED.contains(finish.knownEnum())) {
            throw failures.blocked(finish.toString(), answer);
        }
        if (text.isBlank() && !cut) {
            throw failures.noText(finish.toString(), answer);
        }
        return answer;
    }

    private ChatAnswer answer(String text, ChatAnswer.Finish finish, ProviderAccount account, Duration duration) {
        return new ChatAnswer(
                text,
                finish,
                response.modelVersion().map(account::modelThatAnswered).orElse(account.model()),
                response.responseId().orElse(null),
                response.usageMetadata()
                        .map(usage -> usage(usage, text.isEmpty()))
                        .orElse(TokenUsage.UNKNOWN),
                duration);
    }

    private Candidate candidate(ProviderAccount account, Duration duration) throws LlmException {
        Optional<Candidate> first =
                response.candidates().stream().flatMap(List::stream).findFirst();
        if (first.isPresent()) {
            return first.get();
        }
        Optional<String> reason = response.promptFeedback()
                .flatMap(feedback -> feedback.blockReason())
                .map(Object::toString);
        // The library reads an empty body as an answer without candidates.
        throw reason.isPresent()
                ? failures.blocked(reason.get(), answer("", ChatAnswer.Finish.COMPLETE, account, duration))
                : failures.unreadable();
    }

    /** The text without what the model thought; the library's own way refuses to read answers that ended otherwise. */
    private static String text(Candidate candidate) {
        return candidate.content().flatMap(Content::parts).stream()
                .flatMap(List::stream)
                .filter(part -> !part.thought().orElse(false))
                .map(Part::text)
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    /** Google leaves a count of nothing away: where it blocked the prompt, only what was read is counted. */
    private static TokenUsage usage(GenerateContentResponseUsageMetadata usage, boolean nothingWritten) {
        Long read = count(usage.promptTokenCount());
        Long reasoning = count(usage.thoughtsTokenCount());
        Long visible = count(usage.candidatesTokenCount());
        return new TokenUsage(
                read,
                count(usage.cachedContentTokenCount()),
                null,
                visible == null && reasoning == null && !(nothingWritten && read != null)
                        ? null
                        : sum(visible, reasoning),
                reasoning);
    }

    private static long sum(@Nullable Long one, @Nullable Long other) {
        return (one == null ? 0 : one) + (other == null ? 0 : other);
    }

    private static @Nullable Long count(Optional<Integer> tokens) {
        return tokens.map(Integer::longValue).orElse(null);
    }
}
