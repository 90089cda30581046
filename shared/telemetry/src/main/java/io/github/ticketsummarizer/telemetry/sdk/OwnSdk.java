package io.github.ticketsummarizer.telemetry.sdk;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.export.AgentExtension;
import io.github.ticketsummarizer.telemetry.export.ServiceResource;
import io.github.ticketsummarizer.telemetry.export.TraceExport;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.autoconfigure.ResourceConfiguration;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * OpenTelemetry's SDK, set up by the {@code OTEL_…} variables as everywhere and by what {@link TraceExport} adds. It is not
 * made the JVM's global one, so that libraries which look for that add no spans of their own.
 */
record OwnSdk(OpenTelemetrySdk sdk) {
    private static final Duration METRICS_PATIENCE = Duration.ofSeconds(2);
    private static final String PREFIX = "OTEL_";
    private static final String SERVICE_NAME = "otel.service.name";
    private static final Logger log = Logger.getLogger(OwnSdk.class.getName());

    static OwnSdk start(Settings settings, String serviceName, MetricReader page) {
        JdkLog.join();
        AtomicReference<OpenTelemetry> built = new AtomicReference<>(OpenTelemetry.noop());
        AutoConfiguredOpenTelemetrySdkBuilder builder = AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .setComponentLoader(loader())
                .addPropertiesSupplier(() -> Map.of(SERVICE_NAME, serviceName))
                .addPropertiesCustomizer(config -> ownProperties(settings))
                .addMeterProviderCustomizer((meters, config) -> meters.registerMetricReader(page));
        new TraceExport(config -> settings::text, () -> built.get().getMeterProvider()).customize(builder);
        OpenTelemetrySdk sdk = builder.build().getOpenTelemetrySdk();
        built.set(sdk);
        return new OwnSdk(sdk);
    }

    /** What an SDK would say of this process, for metrics that none sends. */
    static Resource resource(Settings settings, String serviceName) {
        ConfigProperties config = DefaultConfigProperties.create(Map.of(SERVICE_NAME, serviceName), loader())
                .withOverrides(ownProperties(settings));
        Resource named = Resource.getDefault().merge(ResourceConfiguration.createEnvironmentResource(config));
        return ServiceResource.of(named, config, settings::text);
    }

    private static ComponentLoader loader() {
        return new WithoutAgentExtension(ComponentLoader.forClassLoader(OwnSdk.class.getClassLoader()));
    }

    /** The settings have more sources than the SDK knows; options of the JVM still win over them. */
    private static Map<String, String> ownProperties(Settings settings) {
        return settings.startingWith(PREFIX).entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey().toLowerCase(Locale.ROOT).replace('_', '.'), Map.Entry::getValue))
                .entrySet()
                .stream()
                .filter(property -> System.getProperty(property.getKey()) == null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    OpenTelemetry openTelemetry() {
        return sdk;
    }

    /** Sends what waits, of all platforms side by side, and then the metrics, which count these spans too. */
    void close() {
        sdk.getSdkTracerProvider().shutdown().join(TraceExport.EXIT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        CompletableResultCode metrics =
                sdk.getSdkMeterProvider().shutdown().join(METRICS_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!metrics.isDone()) {
            log.warning("the last metrics could not be sent in time; see OTEL_EXPORTER_OTLP_ENDPOINT");
        }
    }

    /** Our own extension is for the agent; here it would add every platform a second time. */
    private record WithoutAgentExtension(ComponentLoader loader) implements ComponentLoader {
        @Override
        public <T> Iterable<T> load(Class<T> type) {
            return StreamSupport.stream(loader.load(type).spliterator(), false)
                    .filter(component -> !(component instanceof AgentExtension))
                    .toList();
        }
    }
}
