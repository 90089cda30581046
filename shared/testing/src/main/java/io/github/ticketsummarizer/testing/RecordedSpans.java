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
import java.util.stream.IntStream;

/** Keeps the spans that are sent, as each of several platforms gets them. */
public final class RecordedSpans implements AutoCloseable {
    private final List<InMemorySpanExporter> platforms;
    private final OpenTelemetrySdk sdk;
    private final Tracing tracing;

    /** @param count of platforms */
    public RecordedSpans(int count) {
        platforms = IntStream.range(0, count)
                .mapToObj(i -> InMemorySpanExporter.create())
                .toList();
        sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(new FanOutSpanProcessor(
                                new RootPromotion(),
                                platforms.stream()
                                        .map(SimpleSpanProcessor::create)
                                        .toList()))
                        .build())
                .build();
        tracing = new Tracing(sdk);
    }

    /** For one platform. */
    public RecordedSpans() {
        this(1);
    }

    /** What the spans are made with. */
    public Tracing tracing() {
        return tracing;
    }

    /** All that came to a platform, counted from 0, in the order of their ends. */
    public List<SpanData> of(int platform) {
        return platforms.get(platform).getFinishedSpanItems();
    }

    /** All that came to the first platform. */
    public List<SpanData> all() {
        return of(0);
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
