package io.github.ticketsummarizer.llm.provider;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a provider's codes from other words that may stand where a code belongs, such as somebody's name. */
final class ErrorCode {
    private static final int LONGEST = 80;
    /** {@code rate_limit_error}, {@code RESOURCE_EXHAUSTED}. */
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z]+(?:_[a-z]+)+|[A-Z]+(?:_[A-Z]+)+");
    /** {@code DeploymentNotFound}, {@code GenerateRequestsPerDayPerProjectPerModel-FreeTier}. */
    private static final Pattern CAMEL_CASE = Pattern.compile("(?:[A-Z][a-z]*){2,}(?:-(?:[A-Z][a-z]*)+)?");
    /** What OpenAI limits, what gateways answer, and why models end. */
    private static final Set<String> SINGLE_WORDS = Set.of(
            "requests",
            "tokens",
            "timeout",
            "forbidden",
            "unauthorized",
            "throttled",
            "internal",
            "unavailable",
            "cancelled",
            "aborted",
            "none",
            "stop",
            "length",
            "refusal",
            "safety",
            "recitation",
            "blocklist",
            "spii",
            "language",
            "other");

    private ErrorCode() {}

    static boolean looksLikeOne(String word) {
        return word.length() <= LONGEST
                && (SNAKE_CASE.matcher(word).matches()
                        || CAMEL_CASE.matcher(word).matches()
                        || SINGLE_WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }
}
