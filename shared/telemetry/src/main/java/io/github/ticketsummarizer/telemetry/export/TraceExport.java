package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.github.ticketsummarizer.telemetry.platform.Platforms;
import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an OpenTelemetry SDK, ours or the agent's, one that sends to all platforms of the settings, each through a queue
 * of its own.
 */
public final class TraceExport {
    /** {@code false} turns tracing off, whatever else is set. */
    public static final String ENABLED = "TRACING_ENABLED";

    /** What the platforms together may hold up the end of a program. */
    public static final Duration EXIT_PATIENCE = Duration.ofSeconds(10);

    private final Function<ConfigProperties, Function<String, @Nullable String>> settings;
    private final Supplier<MeterProvider> meters;

    /** Read before {@code otel.traces.exporter} is set below, which for whoever set it means that a collector gets no traces. */
    private List<Platform> platforms = List.of();

    /**
     * @param settings finds settings by the names of environment variables
     * @param meters takes the metrics of the export itself; asked for when the first is counted
     */
    public TraceExport(
            Function<ConfigProperties, Function<String, @Nullable String>> settings, Supplier<MeterProvider> meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /** Registers everything. */
    public void customize(AutoConfigurationCustomizer sdk) {
        sdk.addPropertiesCustomizer(this::properties)
                .addResourceCustomizer(this::resource)
                .addTracerProviderCustomizer(this::tracerProvider)
                .addMetricExporterCustomizer((exporter, config) -> new WatchedMetricExporter(exporter));
    }

    private Map<String, String> properties(ConfigProperties config) {
        platforms = platforms(config);
        Map<String, String> properties = new HashMap<>();
        // The SDK's own exporter would send to one platform, and neither redact nor promote roots.
        properties.put("otel.traces.exporter", "none");
        // Trace context and baggage are nobody's business outside our own topics, which are written without a
        // propagator.
        properties.put("otel.propagators", "none");
        putUnlessSet(properties, config, "otel.metrics.exporter", "none");
        putUnlessSet(properties, config, "otel.logs.exporter", "none");
        putUnlessSet(properties, config, "otel.experimental.sdk.telemetry.version", "latest");
        properties.putAll(ExportProtocols.of(config));
        if (platforms.isEmpty()) {
            properties.put("otel.traces.sampler", "always_off");
        }
        return properties;
    }

    private static void putUnlessSet(
            Map<String, String> properties, ConfigProperties config, String name, String value) {
        if (config.getString(name) == null) {
            properties.put(name, value);
        }
    }

    private Resource resource(Resource resource, ConfigProperties config) {
        return ProjectResource.of(platforms, ServiceResource.of(resource, config, settings.apply(config)));
    }

    private SdkTracerProviderBuilder tracerProvider(SdkTracerProviderBuilder provider, ConfigProperties config) {
        QueueSize size = QueueSize.from(config);
        // What is wrong with it is told at the start, as below.
        OtlpConnection connection = OtlpConnection.from(settings.apply(config), (setting, problem) -> {});
        List<PlatformProcessor> processors = platforms.stream()
                .map(platform -> PlatformProcessor.of(platform, connection, size, meters))
                .toList();
        return processors.isEmpty()
                ? provider
                : provider.addSpanProcessor(new FanOutSpanProcessor(edit(config), processors));
    }

    /** What is wrong with the settings is told at the start; here the stricter choice is taken. */
    private UnaryOperator<SpanData> edit(ConfigProperties config) {
        Function<String, @Nullable String> values = settings.apply(config);
        ContentPolicy policy = ContentPolicy.from(values, (setting, problem) -> {});
        RootPromotion promotion = new RootPromotion();
        MessagingNames names = new MessagingNames();
        SpanUser user = new SpanUser(values.apply(SpanUser.SETTING));
        SpanRedaction redaction = new SpanRedaction(policy);
        UnaryOperator<SpanData> redacting = WithheldSpan.whereFails(redaction);
        return span -> redacting.apply(user.apply(names.apply(promotion.apply(span))));
    }

    private List<Platform> platforms(ConfigProperties config) {
        Function<String, @Nullable String> values = settings.apply(config);
        return isEnabled(values.apply(ENABLED)) ? Platforms.read(values).platforms() : List.of();
    }

    private static boolean isEnabled(@Nullable String value) {
        return value == null || value.isBlank() || value.strip().equalsIgnoreCase("true");
    }
}
