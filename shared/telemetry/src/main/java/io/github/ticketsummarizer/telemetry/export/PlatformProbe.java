package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.platform.OtlpTarget;
import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends a span to one platform, as the traces of tickets are sent: at once, or when a program ends. */
public final class PlatformProbe {
    /** The span's name. */
    public static final String SPAN_NAME = "ticket-summarizer doctor";

    private static final String EXIT_SPAN_NAME = "flush on exit";

    private static final AttributeKey<String> KIND = AttributeKey.stringKey("openinference.span.kind");
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private PlatformProbe() {}

    /**
     * What came of it.
     *
     * @param span that was sent
     * @param failure empty when the platform said that it took the span
     */
    public record Answer(SpanContext span, Optional<ExportFailure> failure) {
        /** 32 hexadecimal digits. */
        public String traceId() {
            return span.getTraceId();
        }
    }

    /**
     * How the end of a program went.
     *
     * @param sent whether the platform took the span that waited
     * @param took until the program could have ended
     */
    public record Exit(boolean sent, Duration took) {}

    /** Sends the span once and waits for the answer, at most fifteen seconds. */
    public static Answer send(Platform platform, OtlpConnection connection) {
        Observed exporter = new Observed(exporters(connection).createImpatient(platform.target()));
        try (SdkTracerProvider provider = provider(platform, SimpleSpanProcessor.create(exporter))) {
            return new Answer(span(provider, SPAN_NAME, Context.root()), exporter.failure());
        }
    }

    /** Lets a span below the one that was sent wait in a queue, and ends at once, as a program does. */
    public static Exit exit(Platform platform, OtlpConnection connection, Answer before) {
        OtlpTarget target = platform.target();
        Observed exporter = new Observed(exporters(connection).create(target, () -> {}));
        QueueSize size = QueueSize.fittingHeap().by(target.protocol());
        SdkTracerProvider provider = provider(platform, size.queue(exporter, MeterProvider::noop));
        span(provider, EXIT_SPAN_NAME, Context.root().with(Span.wrap(before.span())));
        long from = System.nanoTime();
        provider.shutdown().join(TraceExport.EXIT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return new Exit(exporter.hasSent(), Duration.ofNanos(System.nanoTime() - from));
    }

    private static OtlpExporters exporters(OtlpConnection connection) {
        return new OtlpExporters(connection, MeterProvider::noop);
    }

    private static SdkTracerProvider provider(Platform platform, SpanProcessor processor) {
        Resource resource = Resource.getDefault().toBuilder()
                .put(SERVICE, "ticket-summarizer")
                .build();
        return SdkTracerProvider.builder()
                .setResource(ProjectResource.of(List.of(platform), resource))
                .addSpanProcessor(processor)
                .build();
    }

    private static SpanContext span(SdkTracerProvider provider, String name, Context parent) {
        Span span = provider.get("io.github.ticketsummarizer")
                .spanBuilder(name)
                .setParent(parent)
                .setAttribute(KIND, "CHAIN")
                .startSpan();
        span.end();
        return span.getSpanContext();
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

        boolean hasSent() {
            return sent.isDone() && sent.join().isSuccess();
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
