package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootPromotionTest {
    private static final SpanContext ROOT = SpanContext.createFromRemoteParent(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7",
            TraceFlags.getSampled(),
            TraceState.builder().put("vendor", "x").build());

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .setSpanLimits(SpanLimits.builder()
                    .setMaxNumberOfAttributes(3)
                    .setMaxAttributeValueLength(12)
                    .build())
            .addSpanProcessor(
                    new FanOutSpanProcessor(new RootPromotion(), List.of(SimpleSpanProcessor.create(exporter))))
            .build();
    private final Tracer tracer = provider.get("test");

    @Test
    void aMarkedSpanTakesItsParentsPlaceAndTheOthersStayBelowIt() {
        Context root = Context.root().with(Span.wrap(ROOT));
        tracer.spanBuilder("fetch_ticket").setParent(root).startSpan().end();
        tracer.spanBuilder("process_ticket")
                .setParent(root)
                .setAttribute(RootPromotion.MARKER, true)
                .setAttribute("ticket_id", "78788")
                .startSpan()
                .end();

        SpanData child = exporter.getFinishedSpanItems().get(0);
        SpanData promoted = exporter.getFinishedSpanItems().get(1);
        assertThat(promoted.getSpanContext())
                .isEqualTo(SpanContext.create(
                        ROOT.getTraceId(), ROOT.getSpanId(), TraceFlags.getSampled(), ROOT.getTraceState()));
        assertThat(promoted.getParentSpanContext()).isEqualTo(SpanContext.getInvalid());
        assertThat(promoted.getParentSpanId()).isEqualTo("0000000000000000");
        assertThat(promoted.getAttributes().asMap()).containsOnlyKeys(AttributeKey.stringKey("ticket_id"));
        assertThat(promoted.getTotalAttributeCount()).isEqualTo(1);
        assertThat(child.getParentSpanId()).isEqualTo(promoted.getSpanId());
        assertThat(child.getTraceId()).isEqualTo(promoted.getTraceId());
    }

    @Test
    void aMarkedSpanThatNamesItsParentTakesItsPlaceBelowThatOne() {
        tracer.spanBuilder("fetch_ticket")
                .setParent(Context.root().with(Span.wrap(ROOT)))
                .setAttribute(RootPromotion.MARKER, true)
                .setAttribute(RootPromotion.PARENT, 0xa3ce929d0e0e4736L)
                .startSpan()
                .end();

        SpanData promoted = exporter.getFinishedSpanItems().getFirst();
        assertThat(promoted.getSpanId()).isEqualTo(ROOT.getSpanId());
        assertThat(promoted.getParentSpanContext())
                .isEqualTo(SpanContext.createFromRemoteParent(
                        ROOT.getTraceId(), "a3ce929d0e0e4736", TraceFlags.getSampled(), ROOT.getTraceState()));
        assertThat(promoted.getAttributes().isEmpty()).isTrue();
    }

    @Test
    void attributesThatWereDroppedStayCounted() {
        Span span = tracer.spanBuilder("process_ticket")
                .setParent(Context.root().with(Span.wrap(ROOT)))
                .setAttribute(RootPromotion.MARKER, true)
                .startSpan();
        List.of("a", "b", "c", "d").forEach(key -> span.setAttribute(key, "value"));
        span.end();

        SpanData promoted = exporter.getFinishedSpanItems().getFirst();
        assertThat(promoted.getAttributes().size()).isEqualTo(2);
        assertThat(promoted.getTotalAttributeCount()).isEqualTo(4);
    }

    @Test
    void aMarkedSpanWithoutParentKeepsItsIdAndLosesTheMark() {
        tracer.spanBuilder("process_ticket")
                .setNoParent()
                .setAttribute(RootPromotion.MARKER, true)
                .startSpan()
                .end();

        SpanData span = exporter.getFinishedSpanItems().getFirst();
        assertThat(span.getSpanContext().isValid()).isTrue();
        assertThat(span.getAttributes().isEmpty()).isTrue();
    }
}
