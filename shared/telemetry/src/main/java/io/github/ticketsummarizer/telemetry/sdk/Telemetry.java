package io.github.ticketsummarizer.telemetry.sdk;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.export.TraceExport;
import io.github.ticketsummarizer.telemetry.platform.Platforms;
import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

/** What a process traces with. One for each JVM; {@link #close} sends what still waits. */
public final class Telemetry implements AutoCloseable {
    private final OpenTelemetry openTelemetry;
    private final Runnable flush;

    private Telemetry(OpenTelemetry openTelemetry, Runnable flush) {
        this.openTelemetry = openTelemetry;
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
        Platforms platforms = Platforms.read(settings::text);
        platforms.problems().forEach(problem -> settings.problem(problem.setting(), problem.text()));
        ContentPolicy.from(settings::text, settings::problem);
        if (!enabled || !platforms.problems().isEmpty()) {
            return off();
        }
        if (GlobalOpenTelemetry.isSet()) {
            return new Telemetry(GlobalOpenTelemetry.get(), () -> {});
        }
        return platforms.platforms().isEmpty() ? off() : ownSdk(settings, serviceName);
    }

    /** Traces nothing. */
    public static Telemetry off() {
        return new Telemetry(OpenTelemetry.noop(), () -> {});
    }

    private static Telemetry ownSdk(Settings settings, String serviceName) {
        OwnSdk sdk = OwnSdk.start(settings, serviceName);
        return new Telemetry(sdk.openTelemetry(), sdk::close);
    }

    /** What spans are made with. */
    public OpenTelemetry openTelemetry() {
        return openTelemetry;
    }

    /** Sends what waits, for at most ten seconds. Under the agent nothing: it sends when the JVM ends. */
    @Override
    public void close() {
        flush.run();
    }
}
