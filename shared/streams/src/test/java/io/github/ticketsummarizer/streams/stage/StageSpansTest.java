package io.github.ticketsummarizer.streams.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.export.FanOutSpanProcessor;
import io.github.ticketsummarizer.telemetry.export.RootPromotion;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageSpansTest {
    private static final TraceContext ROOT = new TraceContext("11111111111111111111111111111111", "2222222222222222");
    private static final CallFailure UNAVAILABLE =
            CallFailure.transientFailure(ErrorType.LLM_UNAVAILABLE, "the model is down; try later");

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Tracing tracing = new Tracing(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(
                            new FanOutSpanProcessor(new RootPromotion(), List.of(SimpleSpanProcessor.create(exporter))))
                    .build())
            .build());

    @Test
    void aRecordHasOneSpanOverAllItsAttemptsAndTheCallsOfEachAreBelowIt() {
        try (StageFixture stage = new StageFixture(new Calling(3), tracing)) {
            stage.send("1");
            stage.drainUntil(() -> spans("call").size() == 1);
            stage.pass(Duration.ofSeconds(1));
            stage.drainUntil(() -> spans("call").size() == 2);
            stage.pass(Duration.ofSeconds(2));
            stage.drainUntil(() -> !spans("synthesize_ticket").isEmpty());
        }

        SpanData span = spans("synthesize_ticket").getFirst();
        assertThat(spans("synthesize_ticket")).hasSize(1);
        assertThat(span.getTraceId()).isEqualTo(ROOT.traceId());
        assertThat(span.getParentSpanId()).isEqualTo(ROOT.spanId());
        assertThat(span.getSpanId())
                .isEqualTo(ROOT.derived(Stage.SYNTHESIS.wireName()).spanId());
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getStatus()).isEqualTo(StatusData.ok());
        assertThat(attributes(span))
                .containsAllEntriesOf(Map.of(
                        "openinference.span.kind", "CHAIN",
                        "messaging.system", "kafka",
                        "messaging.operation.type", "process",
                        "messaging.destination.name", "raw-tickets",
                        "messaging.destination.partition.id", "0",
                        "messaging.kafka.offset", 0L,
                        "messaging.kafka.message.key", "1",
                        "queue_time_ms", 0L,
                        "attempts", 3L,
                        "summary", "found"))
                .containsAllEntriesOf(
                        Map.of("processing_status", "success", "phase", "synthesis", "session.id", "run"));
        assertThat(span.getEvents())
                .extracting(EventData::getName)
                .containsExactly("started", "retry", "started", "retry", "started");
        assertThat(span.getEvents().get(1).getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("llm_unavailable");
        assertThat(spans("call")).extracting(SpanData::getParentSpanId).containsOnly(span.getSpanId());
        assertThat(spans("call"))
                .extracting(call -> call.getAttributes().get(AttributeKey.longKey("attempt")))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aTicketThatIsGivenUpShowsWhy() {
        try (StageFixture stage = new StageFixture(
                (raw, attempt) -> new CallOutcome.Failure<>(
                        CallFailure.permanent(ErrorType.LLM_BLOCKED, "the provider refused; use another model")),
                tracing)) {
            stage.send("1");
            stage.drainUntil(() -> !spans("synthesize_ticket").isEmpty());
        }

        SpanData span = spans("synthesize_ticket").getFirst();
        assertThat(span.getStatus())
                .isEqualTo(StatusData.create(
                        io.opentelemetry.api.trace.StatusCode.ERROR, "the provider refused; use another model"));
        assertThat(attributes(span))
                .containsAllEntriesOf(
                        Map.of("error.type", "llm_blocked", "processing_status", "failed", "attempts", 1L));
        assertThat(span.getEvents()).extracting(EventData::getName).containsExactly("started", "exception");
    }

    @Test
    void aTicketWhoseLaneWasHeldShowsThatItWaited() {
        AtomicBoolean wasHeld = new AtomicBoolean();
        try (StageFixture stage = new StageFixture(
                (raw, attempt) -> wasHeld.getAndSet(true)
                        ? new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"))
                        : new CallOutcome.LaneHeld<>(Duration.ofMillis(1)),
                tracing)) {
            stage.send("1");
            stage.drainUntil(() -> !spans("synthesize_ticket").isEmpty());
        }

        assertThat(spans("synthesize_ticket").getFirst().getEvents())
                .extracting(EventData::getName)
                .containsExactly("started", "parked", "resumed");
    }

    private List<SpanData> spans(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static Map<String, Object> attributes(SpanData span) {
        Map<String, Object> attributes = new java.util.HashMap<>();
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
        return attributes;
    }

    /** Makes one call below the current span each time, and succeeds at the given attempt. */
    private final class Calling implements StageFunction<RawTicket, SynthesizedTicket> {
        private final int successAt;

        private Calling(int successAt) {
            this.successAt = successAt;
        }

        @Override
        public CallOutcome<SynthesizedTicket> call(RawTicket raw, Attempt attempt) {
            tracing.child(Context.current(), "call", SpanKind.CLIENT)
                    .startSpan()
                    .end();
            return attempt.number() < successAt
                    ? new CallOutcome.Failure<>(UNAVAILABLE)
                    : new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
        }

        @Override
        public void describe(RawTicket raw, @Nullable SynthesizedTicket output, SpanDetails details) {
            details.put(AttributeKey.stringKey("summary"), output == null ? "none" : "found");
        }
    }
}
