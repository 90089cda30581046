package io.github.ticketsummarizer.llm.provider;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says of every way in which a call to a provider can fail what it means, the same for all providers: by the number of the
 * status, with the exceptions that the APIs document. Nothing of what the provider wrote gets into a message but its codes,
 * since an error may quote the prompt.
 */
public final class CallFailures {
    private static final Set<Integer> TRANSIENT = Set.of(408, 409, 425, 429, 500, 502, 503, 504, 529);
    /** Azure's and OpenAI's filters of prompts. */
    private static final Set<String> BLOCKED =
            Set.of("content_filter", "content_policy_violation", "responsibleaipolicyviolation");
    /** What more waiting does not mend: no credit is left, or a limit of spending is reached. */
    private static final Set<String> SPENT = Set.of(
            "insufficient_quota",
            "billing_hard_limit_reached",
            "billing_not_active",
            "enforced_spend_limit_reached",
            "contract_spend_limit_reached",
            "linked_organization_spend_limit_reached");
    /** Google answers 400 to a wrong key. */
    private static final Set<String> WRONG_KEY = Set.of("api_key_invalid", "api_key_service_blocked");
    /** In the id of Google's quotas that a day's calls use up. */
    private static final String DAILY = "perday";

    private static final ZoneId GOOGLES_DAY = ZoneId.of("America/Los_Angeles");
    /** A longer wait is no matter of a rate, and no call is held for it. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final ProviderAccount account;
    private final Clock clock;

    public CallFailures(ProviderAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /** The API answered with a status that is not 2xx. */
    public LlmException of(ErrorResponse response) {
        Set<String> codes = response.codes().stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Duration wait = RetryAfter.of(response, clock.instant());
        String said = said(response);
        if (!Collections.disjoint(codes, BLOCKED)) {
            return blocked(said);
        }
        if (response.status() == 402 || !Collections.disjoint(codes, SPENT)) {
            return exhausted(
                    said, "no credit is left, or a limit of spending is reached; see the provider's console", wait);
        }
        if (!Collections.disjoint(codes, WRONG_KEY)) {
            return permanent(ErrorType.LLM_AUTH, said, "check the key");
        }
        if (response.status() == 429) {
            return limited(said, codes, wait);
        }
        return byStatus(response.status(), said, wait);
    }

    private LlmException limited(String said, Set<String> codes, @Nullable Duration wait) {
        boolean daily = codes.stream().anyMatch(code -> code.contains(DAILY));
        if (!daily && (wait == null || wait.compareTo(LONGEST_WAIT) <= 0)) {
            return passing(ErrorType.LLM_RATE_LIMITED, said, "too many calls or tokens for the account's limit", wait);
        }
        Duration until = daily ? untilGooglesMidnight() : wait;
        return exhausted(said, "the quota is used up; raise it, or ask again", until);
    }

    private LlmException byStatus(int status, String said, @Nullable Duration wait) {
        if (TRANSIENT.contains(status)) {
            ErrorType type = status == 408 || status == 504 ? ErrorType.LLM_TIMEOUT : ErrorType.LLM_UNAVAILABLE;
            return passing(type, said, "the provider cannot answer now", wait);
        }
        return switch (status) {
            case 401, 403 -> permanent(ErrorType.LLM_AUTH, said, "check the key and what it may do");
            case 404 -> permanent(ErrorType.LLM_BAD_REQUEST, said, "check the address and the name of the model");
            case 413 -> permanent(ErrorType.LLM_BAD_REQUEST, said, "the ticket is too long for the model");
            default ->
                status >= 500
                        ? permanent(ErrorType.LLM_UNAVAILABLE, said, "the provider cannot answer this")
                        : permanent(ErrorType.LLM_BAD_REQUEST, said, "the model does not take this request");
        };
    }

    /**
     * The API could not be reached, or the connection broke.
     *
     * @throws InterruptedException when that is because this thread was interrupted
     */
    public LlmException of(IOException broken) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the call to %s was given up".formatted(account));
        }
        if (broken instanceof InterruptedIOException) {
            return passing(
                    ErrorType.LLM_TIMEOUT,
                    "%s did not answer within %s s"
                            .formatted(account, account.timeout().toSeconds()),
                    "the setting is %s_CALL_TIMEOUT"
                            .formatted(account.provider().settingsPrefix()),
                    null);
        }
        return passing(
                ErrorType.LLM_UNAVAILABLE,
                "%s could not be reached (%s)"
                        .formatted(account, broken.getClass().getSimpleName()),
                "check the network, the address and the proxy",
                null);
    }

    /** The status was 2xx, but what came is not an answer of this API. */
    public LlmException unreadable() {
        return passing(
                ErrorType.LLM_UNAVAILABLE,
                "%s answered something that is not an answer of its API".formatted(account),
                "check the address; a proxy may have answered",
                null);
    }

    /** The model refused to answer, in an answer that is paid for; {@code why} is a code, not a sentence of its. */
    public LlmException blocked(String why, ChatAnswer answer) {
        return blocked(code(why)).paidFor(LlmAnswer.of(answer, TextNode.valueOf(answer.text())));
    }

    /** The provider refused to answer; {@code why} is a code, not a sentence of theirs. */
    public LlmException blocked(String why) {
        return permanent(
                ErrorType.LLM_BLOCKED,
                "%s refused this ticket: %s".formatted(account, why),
                "its text may have touched a content filter; another provider may take it");
    }

    /** The model ended its answer without a text, and that is paid for; {@code why} is a code. */
    public LlmException noText(String why, ChatAnswer answer) {
        return passing(
                        ErrorType.LLM_INVALID_ANSWER,
                        "%s ended without a text: %s".formatted(account, code(why)),
                        "another try may help",
                        null)
                .paidFor(LlmAnswer.of(answer, TextNode.valueOf(answer.text())));
    }

    /** A reason to end comes from the server, and is told only where it looks like one. */
    private static String code(String why) {
        return ErrorCode.looksLikeOne(why) ? why : "for a reason of its own";
    }

    private String said(ErrorResponse response) {
        Set<String> codes = response.codes();
        String requestId = response.requestId();
        return "%s answered HTTP %d%s%s"
                .formatted(
                        account,
                        response.status(),
                        codes.isEmpty() ? "" : " " + String.join(" ", codes),
                        requestId == null ? "" : " (request %s)".formatted(requestId));
    }

    private LlmException exhausted(String said, String hint, @Nullable Duration wait) {
        String until = wait == null
                ? ""
                : " after %s".formatted(clock.instant().plus(wait).truncatedTo(ChronoUnit.MINUTES));
        return new LlmException(
                CallFailure.permanent(ErrorType.LLM_QUOTA_EXHAUSTED, "%s: %s%s".formatted(said, hint, until)), wait);
    }

    private static LlmException permanent(ErrorType type, String said, String hint) {
        return new LlmException(CallFailure.permanent(type, "%s: %s".formatted(said, hint)));
    }

    private static LlmException passing(ErrorType type, String said, String hint, @Nullable Duration wait) {
        return new LlmException(CallFailure.transientFailure(type, "%s: %s".formatted(said, hint)), wait);
    }

    /** Google's daily quotas begin anew at midnight Pacific time. */
    private Duration untilGooglesMidnight() {
        Instant now = clock.instant();
        return Duration.between(
                now, now.atZone(GOOGLES_DAY).toLocalDate().plusDays(1).atStartOfDay(GOOGLES_DAY));
    }
}
