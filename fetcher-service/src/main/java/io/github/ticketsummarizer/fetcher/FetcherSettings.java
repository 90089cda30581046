package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import java.time.Duration;

/**
 * How submissions are accepted.
 *
 * @param defaultAnalysisType for a submission that names none
 * @param defaultModelProvider for a submission that names none
 * @param defaultPromptVersions for each task that a submission gives no version of
 * @param acceptedRequestsRetention how long a request id is remembered, and dropped when it comes again
 */
public record FetcherSettings(
        AnalysisType defaultAnalysisType,
        String defaultModelProvider,
        PromptVersions defaultPromptVersions,
        Duration acceptedRequestsRetention) {
    /** What applies where nothing is set; the retention is that of {@code ticket-ids}. */
    public static final FetcherSettings DEFAULT =
            new FetcherSettings(AnalysisType.BOTH, "gemini", PromptVersions.DEFAULT, Duration.ofDays(7));

    private static final Duration RETENTION_LEAST = Duration.ofMinutes(1);
    private static final Duration RETENTION_MOST = Duration.ofDays(366);

    /** Reads {@code DEFAULT_ANALYSIS_TYPE}, {@code DEFAULT_MODEL_PROVIDER} and {@code ACCEPTED_REQUESTS_RETENTION}. */
    public static FetcherSettings from(Settings settings) {
        return new FetcherSettings(
                settings.choice("DEFAULT_ANALYSIS_TYPE", DEFAULT.defaultAnalysisType, AnalysisType::fromName),
                settings.text("DEFAULT_MODEL_PROVIDER", DEFAULT.defaultModelProvider),
                DEFAULT.defaultPromptVersions,
                retention(settings));
    }

    private static Duration retention(Settings settings) {
        String name = "ACCEPTED_REQUESTS_RETENTION";
        Duration retention = settings.duration(name, DEFAULT.acceptedRequestsRetention);
        if (retention.compareTo(RETENTION_LEAST) < 0 || retention.compareTo(RETENTION_MOST) > 0) {
            settings.problem(name, "'%s' is not from 1m to 366d".formatted(settings.text(name)));
            return DEFAULT.acceptedRequestsRetention;
        }
        return retention;
    }
}
