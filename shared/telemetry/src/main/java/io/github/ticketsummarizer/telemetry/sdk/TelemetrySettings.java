package io.github.ticketsummarizer.telemetry.sdk;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.export.OtlpConnection;
import io.github.ticketsummarizer.telemetry.export.TraceExport;
import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.github.ticketsummarizer.telemetry.platform.Platforms;
import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether, where and with what a process traces.
 *
 * @param isEnabled whether {@code TRACING_ENABLED} lets it
 * @param platforms that are set and complete, whether anything is sent to them or not
 * @param connection how they are reached
 * @param policy what of a text may be told
 * @param silencedBy what of OpenTelemetry's settings keeps every trace back, as {@code NAME=value}
 * @param sendsMetrics whether metrics are sent, beside the page that shows them
 * @param isValid whether nothing is wrong with where they go and how
 */
public record TelemetrySettings(
        boolean isEnabled,
        List<Platform> platforms,
        OtlpConnection connection,
        ContentPolicy policy,
        Optional<String> silencedBy,
        boolean sendsMetrics,
        boolean isValid) {
    private static final String METRICS_EXPORTER = "OTEL_METRICS_EXPORTER";

    public TelemetrySettings {
        platforms = List.copyOf(platforms);
    }

    /** Reads them; what is wrong is noted in the settings. What is OpenTelemetry's own the agent looks at where it runs. */
    public static TelemetrySettings read(Settings settings) {
        boolean isUnderTheAgent = GlobalOpenTelemetry.isSet();
        Function<String, @Nullable String> values =
                isUnderTheAgent ? new AgentSettings(settings)::text : settings::text;
        boolean isEnabled = settings.flag(TraceExport.ENABLED, true);
        Platforms platforms = Platforms.read(values);
        platforms.problems().forEach(problem -> settings.problem(problem.setting(), problem.text()));
        OtlpConnection connection = OtlpConnection.from(values, settings::problem);
        ContentPolicy policy = ContentPolicy.from(values, settings::problem);
        OpenTelemetrySettings ofOpenTelemetry = new OpenTelemetrySettings(settings);
        boolean isSdkValid = isUnderTheAgent || ofOpenTelemetry.check();
        return new TelemetrySettings(
                isEnabled,
                platforms.platforms(),
                connection,
                policy,
                ofOpenTelemetry.silencedBy(),
                !"none".equals(settings.text(METRICS_EXPORTER, "none")),
                platforms.problems().isEmpty() && isSdkValid);
    }

    /** Whether there is somebody to send traces to. */
    boolean traces() {
        return isEnabled && isValid && !platforms.isEmpty();
    }
}
