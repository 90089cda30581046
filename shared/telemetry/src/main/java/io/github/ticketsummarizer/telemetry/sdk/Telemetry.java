package io.github.ticketsummarizer.telemetry.sdk;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.metric.PrometheusPage;
import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;

/**
 * What a process traces and measures with. One for each JVM; {@link #close} sends what still waits. Metrics are always
 * there, for {@link #metricsPage}; {@code OTEL_METRICS_EXPORTER=otlp} sends them as well.
 */
public final class Telemetry implements AutoCloseable {
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
        TelemetrySettings telemetry = TelemetrySettings.read(settings);
        if (GlobalOpenTelemetry.isSet()) {
            JdkLog.join();
            if (telemetry.traces()) {
                new AgentSettings(settings).tellUnknown(telemetry.platforms());
            }
            return underTheAgent(telemetry, OwnSdk.resource(settings, serviceName));
        }
        if (!telemetry.isValid()) {
            return off();
        }
        return telemetry.traces() || telemetry.sendsMetrics()
                ? ownSdk(settings, serviceName, telemetry)
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
    private static Telemetry underTheAgent(TelemetrySettings telemetry, Resource resource) {
        boolean traces = telemetry.isEnabled() && telemetry.isValid();
        OpenTelemetry agent = GlobalOpenTelemetry.get();
        PrometheusPage page = new PrometheusPage();
        SdkMeterProvider meters = meters(page, resource);
        return new Telemetry(
                new TracesAndMeters(
                        traces ? agent : OpenTelemetry.noop(),
                        telemetry.sendsMetrics() ? agent.getMeterProvider() : meters),
                telemetry.policy(),
                page,
                meters::close);
    }

    private static SdkMeterProvider meters(PrometheusPage page, Resource resource) {
        return SdkMeterProvider.builder()
                .setResource(resource)
                .registerMetricReader(page.reader())
                .build();
    }

    private static Telemetry ownSdk(Settings settings, String serviceName, TelemetrySettings telemetry) {
        PrometheusPage page = new PrometheusPage();
        OwnSdk sdk;
        try {
            sdk = OwnSdk.start(settings, serviceName, page.reader());
        } catch (ConfigurationException refusal) {
            new OpenTelemetrySettings(settings).refused(refusal);
            return off();
        }
        OpenTelemetry all = sdk.openTelemetry();
        return new Telemetry(
                telemetry.traces() ? all : new TracesAndMeters(OpenTelemetry.noop(), all.getMeterProvider()),
                telemetry.policy(),
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
