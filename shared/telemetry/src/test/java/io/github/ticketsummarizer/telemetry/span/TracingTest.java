package io.github.ticketsummarizer.telemetry.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.export.FanOutSpanProcessor;
import io.github.ticketsummarizer.telemetry.export.RootPromotion;
import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final TicketTrace TRACE = new TicketTrace(
            new TicketRequest(
                    "run-1:78788:1",
                    "78788",
                    "7",
                    "run-1",
                    AnalysisType.BOTH,
                    "gemini",
                    new PromptVersions(2, 1, 1),
                    START),
            TraceContext.ofRequest("run-1:78788:1"),
            null);

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(
                            new FanOutSpanProcessor(new RootPromotion(), List.of(SimpleSpanProcessor.create(exporter))))
                    .build())
            .build();
    private final Tracing tracing = new Tracing(sdk);

    @Test
    void aSpanIsFoundUnderTheIdThatWasChosenForItBelowItsParent() {
        TraceContext stage = TRACE.stage(Stage.SYNTHESIS);
        tracing.child(Tracing.below(stage, TRACE.attributes(Stage.SYNTHESIS)), "chat model", SpanKind.CLIENT)
                .startSpan()
                .end();
        tracing.emit(finished(stage, TRACE.root().spanId(), null));
        tracing.emit(finished(TRACE.root(), null, null));

        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertThat(spans)
                .extracting(SpanData::getTraceId)
                .containsOnly(TRACE.root().traceId());
        assertThat(spans.get(0).getParentSpanId()).isEqualTo(stage.spanId());
        assertThat(spans.get(1).getSpanId()).isEqualTo(stage.spanId());
        assertThat(spans.get(1).getParentSpanId()).isEqualTo(TRACE.root().spanId());
        assertThat(spans.get(2).getSpanId()).isEqualTo(TRACE.root().spanId());
        assertThat(spans.get(2).getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void whatATicketsSpansHaveInCommonIsHandedDown() {
        tracing.child(Tracing.below(TRACE.stage(Stage.FETCH), TRACE.attributes(Stage.FETCH)), "GET", SpanKind.CLIENT)
                .startSpan()
                .end();

        assertThat(exporter.getFinishedSpanItems().getFirst().getAttributes().asMap())
                .containsOnly(
                        entry("ticket_id", "78788"),
                        entry("request_id", "run-1:78788:1"),
                        entry("run_id", "run-1"),
                        entry("session.id", "run-1"),
                        entry("analysis_type", "both"),
                        entry("model_provider", "gemini"),
                        entry("phase", "fetch"),
                        entry("langfuse.trace.name", "process_ticket"),
                        java.util.Map.entry(AttributeKey.stringArrayKey("tag.tags"), List.of("both", "gemini")),
                        entry("metadata", """
                                {"ticket_id":"78788","request_id":"run-1:78788:1","serial_no":"7","run_id":"run-1",\
                                "analysis_type":"both","model_provider":"gemini",\
                                "prompt_versions":{"synthesis":2,"categorization":1,"diagnostics":1}}"""));
    }

    @Test
    void whatASpanTellsIsPreparedWhileItsCallerGoesOnAndBeforeTheEnd() {
        CountDownLatch callerWentOn = new CountDownLatch(1);
        try (Tracing aside = Tracing.of(sdk, ContentPolicy.standard())) {
            // More than may wait, so that some are prepared by the caller.
            for (int i = 0; i < 1_500; i++) {
                Attributes told = Attributes.of(Product.ATTEMPT, (long) i);
                boolean first = i == 0;
                aside.emit(finished(TRACE.root(), null, null), () -> {
                    if (first) {
                        awaitUninterruptibly(callerWentOn);
                    }
                    return told;
                });
            }
            assertThat(exporter.getFinishedSpanItems()).hasSizeLessThan(1_500);
            callerWentOn.countDown();
        }

        assertThat(exporter.getFinishedSpanItems())
                .extracting(span -> span.getAttributes().get(Product.ATTEMPT))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 1_500).boxed().toList());
    }

    @Test
    void aSpanEndsWithItsWorkAndIsSentWhenAllIsTold() {
        CountDownLatch ended = new CountDownLatch(1);
        Instant worked;
        try (Tracing aside = Tracing.of(sdk, ContentPolicy.standard())) {
            OpenSpan span = aside.open(aside.child(Context.root(), "chat model", SpanKind.CLIENT));
            span.tell(() -> {
                awaitUninterruptibly(ended);
                return Attributes.of(Product.ATTEMPT, 1L);
            });
            span.tell(() -> Attributes.of(Product.ATTEMPTS, 2L));
            span.end();
            worked = Instant.now();
            assertThat(exporter.getFinishedSpanItems()).isEmpty();
            ended.countDown();
        }

        assertThat(exporter.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getAttributes().asMap())
                    .isEqualTo(Attributes.of(Product.ATTEMPT, 1L, Product.ATTEMPTS, 2L)
                            .asMap());
            assertThat(Instant.EPOCH.plusNanos(span.getEndEpochNanos())).isBeforeOrEqualTo(worked);
            assertThat(span.getEndEpochNanos()).isGreaterThanOrEqualTo(span.getStartEpochNanos());
        });
    }

    @Test
    void whatComesAfterTheEndIsSentAtOnce() {
        Tracing aside = Tracing.of(sdk, ContentPolicy.standard());
        aside.close();

        aside.emit(finished(TRACE.root(), null, null), Attributes::empty);

        assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    }

    @Test
    void aSpanIsSentWithoutWhatCannotBeTold() {
        try (Tracing aside = Tracing.of(sdk, ContentPolicy.standard())) {
            aside.emit(finished(TRACE.root(), null, null), () -> {
                throw new IllegalStateException("a test");
            });
        }

        assertThat(exporter.getFinishedSpanItems())
                .singleElement()
                .satisfies(span ->
                        assertThat(span.getSpanId()).isEqualTo(TRACE.root().spanId()));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anErrorIsInStatusAttributesAndAnEvent() {
        tracing.emit(finished(TRACE.root(), null, new SpanError("llm_timeout", "no answer in time; try later", true)));

        SpanData span = exporter.getFinishedSpanItems().getFirst();
        assertThat(span.getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, "no answer in time; try later"));
        assertThat(span.getAttributes().asMap())
                .containsOnly(
                        entry("error.type", "llm_timeout"),
                        entry("error.message", "no answer in time; try later"),
                        java.util.Map.entry(AttributeKey.booleanKey("retryable"), true));
        assertThat(span.getEvents().getLast().getName()).isEqualTo("exception");
        assertThat(span.getEvents().getLast().getAttributes().asMap())
                .containsOnly(
                        entry("exception.type", "llm_timeout"),
                        entry("exception.message", "no answer in time; try later"));
    }

    @Test
    void withoutTelemetryThereIsNothingToPrepare() {
        assertThat(Tracing.none().isEnabled()).isFalse();
        assertThat(tracing.isEnabled()).isTrue();
    }

    private static FinishedSpan finished(TraceContext self, String parent, SpanError error) {
        return new FinishedSpan(
                "a span",
                SpanKind.CONSUMER,
                self,
                parent,
                START,
                START.plusSeconds(1),
                Attributes.empty(),
                List.of(new SpanEvent("started", START)),
                List.of(),
                error);
    }

    private static java.util.Map.Entry<AttributeKey<?>, Object> entry(String key, String value) {
        return java.util.Map.entry(AttributeKey.stringKey(key), value);
    }
}
