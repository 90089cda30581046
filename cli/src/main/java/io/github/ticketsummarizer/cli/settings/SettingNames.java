package io.github.ticketsummarizer.cli.settings;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.provider.ProviderDefinition;
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

    /** Settings of Kafka's clients, of OpenInference and of OpenTelemetry are passed on by these. */
    private static final List<String> PASSED_ON = List.of("KAFKA_", "OPENINFERENCE_HIDE_", "OTEL_");

    /** Of trace platforms that this program does not know by name. */
    private static final Pattern OTHER_PLATFORM = Pattern.compile("TELEMETRY_[A-Z0-9_]+_(ENDPOINT|PROTOCOL|HEADERS)");

    /** All but those of the model providers, which know their own. */
    private static final Set<String> OWN = Set.of(
            "ACCEPTED_REQUESTS_RETENTION",
            "ARIZE_API_KEY",
            "ARIZE_COLLECTOR_ENDPOINT",
            "ARIZE_PROJECT_NAME",
            "ARIZE_SPACE_ID",
            "BRAINTRUST_API_KEY",
            "BRAINTRUST_API_URL",
            "BRAINTRUST_PARENT",
            "CALL_ATTEMPTS",
            "CALL_DEADLINE",
            "CLOSED_REQUESTS_RETENTION",
            "CONDENSATION_MAX_CALLS",
            "CONFIG_DIR",
            "DEFAULT_ANALYSIS_TYPE",
            "DEFAULT_MODEL_PROVIDER",
            "DRAIN_PATIENCE",
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
            "TELEMETRY_CONTENT",
            "TELEMETRY_CONTENT_MAX_CHARS",
            "TELEMETRY_PLATFORMS",
            "TELEMETRY_USER_ID",
            "TICKET_COMMENT_MAX_CHARS",
            "TICKET_DEADLINE",
            "TICKET_PATH",
            "TICKET_SOURCE",
            "TICKET_SUMMARIZER_DEBUG",
            "TICKET_SUMMARIZER_LOG_LEVEL",
            "TRACING_ENABLED",
            "XDG_STATE_HOME",
            "ZENDESK_ALLOW_PLAIN_HTTP",
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

    private static final Set<String> KNOWN = known();
    private static final int CLOSE = 3;

    private SettingNames() {}

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(OWN);
        LlmProvider.withModels().stream()
                .flatMap(ProviderDefinition::allSettingNames)
                .forEach(known::add);
        return known;
    }

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
        return KNOWN.stream()
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
