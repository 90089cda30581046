package io.github.ticketsummarizer.testing;

import io.github.ticketsummarizer.telemetry.export.FanOutSpanProcessor;
import io.github.ticketsummarizer.telemetry.export.RootPromotion;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;

/** Keeps the spans that are sent, as a platform gets them, but not redacted. */
public final class RecordedSpans implements AutoCloseable {
    private final InMemorySpanExporter platform = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk;
    private final Tracing tracing;

    /** Begins to keep them. */
    public RecordedSpans() {
        sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(new FanOutSpanProcessor(
                                new RootPromotion(), List.of(SimpleSpanProcessor.create(platform))))
                        .build())
                .build();
        tracing = new Tracing(sdk);
    }

    /** What the spans are made with. */
    public Tracing tracing() {
        return tracing;
    }

    /** All, in the order of their ends. */
    public List<SpanData> all() {
        return platform.getFinishedSpanItems();
    }

    /** Those of a trace. */
    public List<SpanData> ofTrace(String traceId) {
        return all().stream().filter(span -> span.getTraceId().equals(traceId)).toList();
    }

    /** Those of a name. */
    public List<SpanData> named(String name) {
        return all().stream().filter(span -> span.getName().equals(name)).toList();
    }

    @Override
    public void close() {
        sdk.close();
    }
}
