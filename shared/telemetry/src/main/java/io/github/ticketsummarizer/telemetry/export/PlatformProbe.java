package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends one span to one platform, as the traces of tickets are sent, and once only. */
public final class PlatformProbe {
    /** The span's name. */
    public static final String SPAN_NAME = "ticket-summarizer doctor";

    private static final AttributeKey<String> KIND = AttributeKey.stringKey("openinference.span.kind");
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private PlatformProbe() {}

    /**
     * What came of it.
     *
     * @param traceId of the span that was sent, 32 hexadecimal digits
     * @param failure empty when the platform said that it took the span
     */
    public record Answer(String traceId, Optional<ExportFailure> failure) {}

    /** Sends the span and waits for the answer, at most fifteen seconds. */
    public static Answer send(Platform platform) {
        Resource resource = Resource.getDefault().toBuilder()
                .put(SERVICE, "ticket-summarizer")
                .build();
        Observed exporter = new Observed(OtlpExporters.createImpatient(platform.target(), MeterProvider::noop));
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(ProjectResource.of(List.of(platform), resource))
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            Span span = provider.get("io.github.ticketsummarizer")
                    .spanBuilder(SPAN_NAME)
                    .setNoParent()
                    .setAttribute(KIND, "CHAIN")
                    .startSpan();
            span.end();
            return new Answer(span.getSpanContext().getTraceId(), exporter.failure());
        }
    }

    private static final class Observed implements SpanExporter {
        private final SpanExporter exporter;
        private final CompletableFuture<CompletableResultCode> sent = new CompletableFuture<>();

        Observed(SpanExporter exporter) {
            this.exporter = exporter;
        }

        Optional<ExportFailure> failure() {
            CompletableResultCode result = sent.join().join(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return result.isSuccess() ? Optional.empty() : Optional.of(ExportFailure.of(result.getFailureThrowable()));
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            CompletableResultCode result = exporter.export(spans);
            sent.complete(result);
            return result;
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }
}
