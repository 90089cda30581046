package io.github.ticketsummarizer.cli.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of settings that this program knows. */
final class SettingNames {
    /** Our own names: what is called so and not known is a mistake wherever it stands. */
    static final String PREFIX = "TICKET_SUMMARIZER_";

    /** Settings of Kafka's clients and of OpenTelemetry are passed on by these. */
    private static final List<String> PASSED_ON = List.of("KAFKA_", "OTEL_");

    /** Of trace platforms that this program does not know by name. */
    private static final Pattern OTHER_PLATFORM = Pattern.compile("TELEMETRY_[A-Z0-9_]+_(ENDPOINT|PROTOCOL|HEADERS)");

    private static final Set<String> KNOWN = Set.of(
            "ACCEPTED_REQUESTS_RETENTION",
            "ANTHROPIC_API_KEY",
            "ANTHROPIC_BASE_URL",
            "ANTHROPIC_CALL_TIMEOUT",
            "ANTHROPIC_INSTANCES",
            "ANTHROPIC_MAX_CONCURRENCY",
            "ANTHROPIC_MAX_OUTPUT_TOKENS",
            "ANTHROPIC_MODEL",
            "ANTHROPIC_RATE_SHARE",
            "ANTHROPIC_REQUESTS_PER_MINUTE",
            "ANTHROPIC_TEMPERATURE",
            "ANTHROPIC_TOKENS_PER_MINUTE",
            "ARIZE_API_KEY",
            "ARIZE_COLLECTOR_ENDPOINT",
            "ARIZE_PROJECT_NAME",
            "ARIZE_SPACE_ID",
            "AZURE_OPENAI_API_KEY",
            "AZURE_OPENAI_API_VERSION",
            "AZURE_OPENAI_BASE_MODEL",
            "AZURE_OPENAI_CALL_TIMEOUT",
            "AZURE_OPENAI_DEPLOYMENT_NAME",
            "AZURE_OPENAI_ENDPOINT",
            "AZURE_OPENAI_INSTANCES",
            "AZURE_OPENAI_MAX_CONCURRENCY",
            "AZURE_OPENAI_MAX_OUTPUT_TOKENS",
            "AZURE_OPENAI_OUTPUT_LIMIT_FIELD",
            "AZURE_OPENAI_RATE_SHARE",
            "AZURE_OPENAI_REQUESTS_PER_MINUTE",
            "AZURE_OPENAI_TEMPERATURE",
            "AZURE_OPENAI_TOKENS_PER_MINUTE",
            "BRAINTRUST_API_KEY",
            "BRAINTRUST_API_URL",
            "BRAINTRUST_PARENT",
            "CALL_ATTEMPTS",
            "CALL_DEADLINE",
            "CLOSED_REQUESTS_RETENTION",
            "CONFIG_DIR",
            "DEFAULT_ANALYSIS_TYPE",
            "DEFAULT_MODEL_PROVIDER",
            "DRAIN_PATIENCE",
            "GEMINI_API_KEY",
            "GEMINI_BASE_URL",
            "GEMINI_CALL_TIMEOUT",
            "GEMINI_INSTANCES",
            "GEMINI_MAX_CONCURRENCY",
            "GEMINI_MAX_OUTPUT_TOKENS",
            "GEMINI_MODEL",
            "GEMINI_RATE_SHARE",
            "GEMINI_REQUESTS_PER_MINUTE",
            "GEMINI_TEMPERATURE",
            "GEMINI_TOKENS_PER_MINUTE",
            "HTTP_PORT",
            "INSTANCE_ID",
            "IN_FLIGHT",
            "LANGFUSE_BASE_URL",
            "LANGFUSE_HOST",
            "LANGFUSE_PUBLIC_KEY",
            "LANGFUSE_SECRET_KEY",
            "LANGSMITH_API_KEY",
            "LANGSMITH_ENDPOINT",
            "LANGSMITH_PROJECT",
            "LLM_ALLOW_PLAIN_HTTP",
            "OPENAI_API_KEY",
            "OPENAI_BASE_URL",
            "OPENAI_CALL_TIMEOUT",
            "OPENAI_INSTANCES",
            "OPENAI_MAX_CONCURRENCY",
            "OPENAI_MAX_OUTPUT_TOKENS",
            "OPENAI_MODEL",
            "OPENAI_OUTPUT_LIMIT_FIELD",
            "OPENAI_RATE_SHARE",
            "OPENAI_REQUESTS_PER_MINUTE",
            "OPENAI_TEMPERATURE",
            "OPENAI_TOKENS_PER_MINUTE",
            "OPIK_API_KEY",
            "OPIK_PROJECT_NAME",
            "OPIK_URL_OVERRIDE",
            "OPIK_WORKSPACE",
            "PARKED_MAX",
            "PHOENIX_API_KEY",
            "PHOENIX_CLIENT_HEADERS",
            "PHOENIX_COLLECTOR_ENDPOINT",
            "PHOENIX_OTLP_ENDPOINT",
            "PHOENIX_PROJECT_NAME",
            "RECORD_MAX_BYTES",
            "RETRY_BACKOFF",
            "RETRY_BACKOFF_MAX",
            "RUN_SUMMARY_INTERVAL",
            "STATE_DIR",
            "STREAM_THREADS",
            "TELEMETRY_PLATFORMS",
            "TICKET_COMMENT_MAX_CHARS",
            "TICKET_DEADLINE",
            "TICKET_PATH",
            "TICKET_SOURCE",
            "TICKET_SUMMARIZER_DEBUG",
            "TICKET_SUMMARIZER_LOG_LEVEL",
            "TRACING_ENABLED",
            "XDG_STATE_HOME",
            "ZENDESK_API_KEY",
            "ZENDESK_BASE_URL",
            "ZENDESK_CLIENT_ID",
            "ZENDESK_CLIENT_SECRET",
            "ZENDESK_EMAIL",
            "ZENDESK_FIELD_CROSS_TEAM",
            "ZENDESK_FIELD_DIAGNOSTICS_USED",
            "ZENDESK_FIELD_JIRA_TICKET",
            "ZENDESK_FIELD_ROOT_CAUSE",
            "ZENDESK_INCLUDE_INTERNAL_NOTES",
            "ZENDESK_INSTANCES",
            "ZENDESK_OAUTH_TOKEN",
            "ZENDESK_RATE_LIMIT",
            "ZENDESK_RATE_SHARE",
            "ZENDESK_REQUEST_TIMEOUT",
            "ZENDESK_SUBDOMAIN");
    private static final int CLOSE = 3;

    private SettingNames() {}

    static boolean isKnown(String name) {
        return KNOWN.contains(name)
                || OTHER_PLATFORM.matcher(name).matches()
                || PASSED_ON.stream().anyMatch(name::startsWith);
    }

    /** What is wrong with a name that is not known. */
    static String unknown(String name) {
        return closest(name)
                .map(known -> "there is no such setting; did you mean %s?".formatted(known))
                .orElse("there is no such setting");
    }

    private static Optional<String> closest(String name) {
        return new TreeSet<>(KNOWN)
                .stream()
                        .filter(known -> distance(known, name) <= CLOSE)
                        .min(Comparator.comparingInt(known -> distance(known, name)));
    }

    /** How many characters have to be changed, put in or taken out (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
