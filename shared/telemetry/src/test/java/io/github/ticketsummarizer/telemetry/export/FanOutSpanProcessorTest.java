package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FanOutSpanProcessorTest {
    private final InMemorySpanExporter one = InMemorySpanExporter.create();
    private final InMemorySpanExporter other = InMemorySpanExporter.create();
    private final AtomicInteger edits = new AtomicInteger();

    @Test
    void aSpanIsEditedOnceForAllPlatforms() {
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(new FanOutSpanProcessor(
                        this::edit, List.of(SimpleSpanProcessor.create(one), SimpleSpanProcessor.create(other))))
                .build()) {
            provider.get("test").spanBuilder("fetch_ticket").startSpan().end();

            assertThat(one.getFinishedSpanItems())
                    .singleElement()
                    .satisfies(span -> assertThat(span)
                            .isSameAs(other.getFinishedSpanItems().getFirst()));
            assertThat(edits).hasValue(1);
        }
    }

    private SpanData edit(SpanData span) {
        edits.incrementAndGet();
        return span;
    }
}
