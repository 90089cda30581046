package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.platform.OtlpTarget;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry's own exporters, set up for a target. They try five times, over some ten seconds, and give up then. */
final class OtlpExporters {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * With buffers that are used again, texts are encoded character by character since JDK 23, at a tenth of the speed or less:
     * https://github.com/open-telemetry/opentelemetry-java/pull/7701.
     */
    private static final MemoryMode MEMORY = MemoryMode.IMMUTABLE_DATA;

    private OtlpExporters() {}

    static SpanExporter create(OtlpTarget target, Supplier<MeterProvider> meters) {
        return create(target, meters, RetryPolicy.getDefault());
    }

    /** One that tries once. */
    static SpanExporter createImpatient(OtlpTarget target, Supplier<MeterProvider> meters) {
        return create(target, meters, null);
    }

    private static SpanExporter create(
            OtlpTarget target, Supplier<MeterProvider> meters, @Nullable RetryPolicy retries) {
        Map<String, String> headers = headers(target);
        return switch (target.protocol()) {
            case HTTP_PROTOBUF ->
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(target.url().toString())
                        .setHeaders(() -> headers)
                        .setCompression(compression(target.url()))
                        .setMemoryMode(MEMORY)
                        .setRetryPolicy(retries)
                        .setMeterProvider(meters)
                        .setInternalTelemetryVersion(InternalTelemetryVersion.LATEST)
                        .build();
            case GRPC ->
                OtlpGrpcSpanExporter.builder()
                        .setEndpoint(target.url().toString())
                        .setHeaders(() -> headers)
                        .setCompression(compression(target.url()))
                        .setMemoryMode(MEMORY)
                        .setRetryPolicy(retries)
                        .setMeterProvider(meters)
                        .setInternalTelemetryVersion(InternalTelemetryVersion.LATEST)
                        .build();
        };
    }

    /** Packing costs more than sending, unless there is a network in between. */
    private static String compression(URI url) {
        return THIS_MACHINE.contains(url.getHost()) ? "none" : "gzip";
    }

    private static Map<String, String> headers(OtlpTarget target) {
        return target.headers().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, header -> header.getValue().value()));
    }
}
