package io.github.ticketsummarizer.telemetry.sdk;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.export.OtlpConnection;
import io.github.ticketsummarizer.telemetry.export.TraceExport;
import io.github.ticketsummarizer.telemetry.metric.PrometheusPage;
import io.github.ticketsummarizer.telemetry.platform.Platforms;
import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a process traces and measures with. One for each JVM; {@link #close} sends what still waits. Metrics are always
 * there, for {@link #metricsPage}; {@code OTEL_METRICS_EXPORTER=otlp} sends them as well.
 */
public final class Telemetry implements AutoCloseable {
    private static final String METRICS_EXPORTER = "OTEL_METRICS_EXPORTER";

    private final OpenTelemetry openTelemetry;
    private final Tracing tracing;
    private final PrometheusPage page;
    private final Runnable flush;

    private Telemetry(OpenTelemetry openTelemetry, ContentPolicy policy, PrometheusPage page, Runnable flush) {
        this.openTelemetry = openTelemetry;
        this.tracing = Tracing.of(openTelemetry, policy);
        this.page = page;
        this.flush = flush;
    }

    /**
     * Reads where traces go and starts what sends them. Where OpenTelemetry's Java agent runs it is the agent that sends.
     * Without a platform, or with {@code TRACING_ENABLED=false}, nothing is traced. What is wrong with the settings is
     * noted there, and nothing is traced then either.
     *
     * @param serviceName what the resource says unless {@code OTEL_SERVICE_NAME} says otherwise
     */
    public static Telemetry start(Settings settings, String serviceName) {
        boolean enabled = settings.flag(TraceExport.ENABLED, true);
        AgentSettings agentSettings = new AgentSettings(settings);
        boolean underTheAgent = GlobalOpenTelemetry.isSet();
        Function<String, @Nullable String> values = underTheAgent ? agentSettings::text : settings::text;
        Platforms platforms = Platforms.read(values);
        platforms.problems().forEach(problem -> settings.problem(problem.setting(), problem.text()));
        OtlpConnection.from(values, settings::problem);
        ContentPolicy policy = ContentPolicy.from(values, settings::problem);
        boolean traces = enabled
                && platforms.problems().isEmpty()
                && !platforms.platforms().isEmpty();
        boolean sendsMetrics = !"none".equals(settings.text(METRICS_EXPORTER, "none"));
        if (underTheAgent) {
            OwnSdk.logWithTheOthers();
            if (traces) {
                agentSettings.tellUnknown(platforms.platforms());
            }
            Resource resource = OwnSdk.resource(settings, serviceName);
            return underTheAgent(enabled && platforms.problems().isEmpty(), sendsMetrics, policy, resource);
        }
        return traces || sendsMetrics
                ? ownSdk(settings, serviceName, traces, policy)
                : off(OwnSdk.resource(settings, serviceName));
    }

    /** Traces nothing. */
    public static Telemetry off() {
        return off(Resource.getDefault());
    }

    private static Telemetry off(Resource resource) {
        PrometheusPage page = new PrometheusPage();
        SdkMeterProvider meters = meters(page, resource);
        return new Telemetry(
                new TracesAndMeters(OpenTelemetry.noop(), meters), ContentPolicy.standard(), page, meters::close);
    }

    /** The agent's metrics go where the agent sends them, and do not show on a page of ours. */
    private static Telemetry underTheAgent(
            boolean traces, boolean sendsMetrics, ContentPolicy policy, Resource resource) {
        OpenTelemetry agent = GlobalOpenTelemetry.get();
        PrometheusPage page = new PrometheusPage();
        SdkMeterProvider meters = meters(page, resource);
        return new Telemetry(
                new TracesAndMeters(
                        traces ? agent : OpenTelemetry.noop(), sendsMetrics ? agent.getMeterProvider() : meters),
                policy,
                page,
                meters::close);
    }

    private static SdkMeterProvider meters(PrometheusPage page, Resource resource) {
        return SdkMeterProvider.builder()
                .setResource(resource)
                .registerMetricReader(page.reader())
                .build();
    }

    private static Telemetry ownSdk(Settings settings, String serviceName, boolean traces, ContentPolicy policy) {
        PrometheusPage page = new PrometheusPage();
        OwnSdk sdk = OwnSdk.start(settings, serviceName, page.reader());
        OpenTelemetry all = sdk.openTelemetry();
        return new Telemetry(
                traces ? all : new TracesAndMeters(OpenTelemetry.noop(), all.getMeterProvider()),
                policy,
                page,
                sdk::close);
    }

    /** What this program makes its spans with; they tell as much of a ticket's text as the settings let through. */
    public Tracing tracing() {
        return tracing;
    }

    /** What libraries make their spans with, and metrics are made with. */
    public OpenTelemetry openTelemetry() {
        return openTelemetry;
    }

    /** What Prometheus scrapes. */
    public PrometheusPage metricsPage() {
        return page;
    }

    /** Prepares what is not ready, for at most five seconds, and sends what waits, for at most ten. Under the agent nothing: it sends when the JVM ends. */
    @Override
    public void close() {
        tracing.close();
        flush.run();
    }

    /** Traces of one and meters of another. */
    private record TracesAndMeters(OpenTelemetry traces, MeterProvider meters) implements OpenTelemetry {
        @Override
        public TracerProvider getTracerProvider() {
            return traces.getTracerProvider();
        }

        @Override
        public MeterProvider getMeterProvider() {
            return meters;
        }

        @Override
        public LoggerProvider getLogsBridge() {
            return traces.getLogsBridge();
        }

        @Override
        public ContextPropagators getPropagators() {
            return traces.getPropagators();
        }
    }
}
