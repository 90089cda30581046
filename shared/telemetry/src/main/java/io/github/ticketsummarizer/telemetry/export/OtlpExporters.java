package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.platform.OtlpTarget;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's own exporters, set up for a target. Where nothing answers, or a platform asks for patience, they try five
 * times, over some ten seconds, and give up then.
 */
final class OtlpExporters {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * With buffers that are used again, texts are encoded character by character since JDK 23, at a tenth of the speed or less:
     * https://github.com/open-telemetry/opentelemetry-java/pull/7701.
     */
    private static final MemoryMode MEMORY = MemoryMode.IMMUTABLE_DATA;

    private static final @Nullable RetryPolicy NO_RETRIES = null;

    private final OtlpConnection connection;
    private final Supplier<MeterProvider> meters;

    OtlpExporters(OtlpConnection connection, Supplier<MeterProvider> meters) {
        this.connection = connection;
        this.meters = meters;
    }

    /** @param failedAttempt is called when an attempt fails that is not the last, unless it was answered */
    SpanExporter create(OtlpTarget target, Runnable failedAttempt) {
        return create(
                target,
                RetryPolicy.builder()
                        .setRetryExceptionPredicate(failure -> {
                            failedAttempt.run();
                            return isTransient(failure);
                        })
                        .build());
    }

    /** One that tries once. */
    SpanExporter createImpatient(OtlpTarget target) {
        return create(target, NO_RETRIES);
    }

    private SpanExporter create(OtlpTarget target, @Nullable RetryPolicy retries) {
        return switch (target.protocol()) {
            case HTTP_PROTOBUF -> http(target, retries);
            case GRPC -> grpc(target, retries);
        };
    }

    // The two builders have the same methods and no type in common.
    private SpanExporter http(OtlpTarget target, @Nullable RetryPolicy retries) {
        Map<String, String> headers = headers(target);
        OtlpHttpSpanExporterBuilder builder = OtlpHttpSpanExporter.builder()
                .setEndpoint(target.url().toString())
                .setHeaders(() -> headers)
                .setCompression(compression(target.url()))
                .setMemoryMode(MEMORY)
                .setRetryPolicy(retries)
                .setComponentLoader(new CheckedSenders())
                .setMeterProvider(meters)
                .setInternalTelemetryVersion(InternalTelemetryVersion.LATEST);
        connection.apply(builder::setTimeout, builder::setTrustedCertificates, builder::setClientTls);
        return builder.build();
    }

    private SpanExporter grpc(OtlpTarget target, @Nullable RetryPolicy retries) {
        Map<String, String> headers = headers(target);
        OtlpGrpcSpanExporterBuilder builder = OtlpGrpcSpanExporter.builder()
                .setEndpoint(target.url().toString())
                .setHeaders(() -> headers)
                .setCompression(compression(target.url()))
                .setMemoryMode(MEMORY)
                .setRetryPolicy(retries)
                .setComponentLoader(new CheckedSenders())
                .setMeterProvider(meters)
                .setInternalTelemetryVersion(InternalTelemetryVersion.LATEST);
        connection.apply(builder::setTimeout, builder::setTrustedCertificates, builder::setClientTls);
        return builder.build();
    }

    /** As OpenTelemetry has it where it is not asked. */
    private static boolean isTransient(IOException failure) {
        return failure instanceof SocketException
                || failure instanceof SocketTimeoutException
                || failure instanceof UnknownHostException;
    }

    /** Packing costs more than sending, unless there is a network in between. */
    private String compression(URI url) {
        String set = connection.compression();
        if (set != null) {
            return set;
        }
        return THIS_MACHINE.contains(url.getHost()) ? "none" : "gzip";
    }

    private static Map<String, String> headers(OtlpTarget target) {
        return target.headers().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, header -> header.getValue().value()));
    }
}
