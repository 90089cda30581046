package io.github.ticketsummarizer.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.span.FinishedSpan;
import io.github.ticketsummarizer.telemetry.span.SpanError;
import io.github.ticketsummarizer.telemetry.span.SpanEvent;
import io.github.ticketsummarizer.testing.RecordedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueSpansTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456789Z");
    private static final int MAX_RECORD_BYTES = 64 * 1024;
    private static final FinishedSpan ROOT = new FinishedSpan(
            "process_ticket",
            SpanKind.INTERNAL,
            TraceContext.ofRequest("run:78788:1"),
            null,
            NOW.minusSeconds(9),
            NOW,
            Attributes.builder()
                    .put("ticket_id", "78788")
                    .put("comment_count", 7)
                    .put("run.cost_usd", 2.0)
                    .put("synthesis_success", true)
                    .put(AttributeKey.stringArrayKey("tag.tags"), "both", "gemini")
                    .build(),
            List.of(new SpanEvent(
                    "fetch finished", NOW.minusSeconds(8), Attributes.of(AttributeKey.longKey("attempts"), 2L))),
            List.of(TraceContext.ofRun("run")),
            new SpanError("llm_timeout", "no answer in time; try later", true));

    private final RecordedSpans spans = new RecordedSpans();
    private final MemoryStore memory = new MemoryStore();
    private final KeyValueStore<String, byte[]> store = memory.store();

    @AfterEach
    void close() {
        memory.close();
        spans.close();
    }

    @Test
    void aSpanIsSentOnceItIsCommittedAndForgottenOnceItIsExported() {
        DueSpans due = due();
        due.add("78788", ROOT, NOW);
        due.check(NOW.plusMillis(100));
        assertThat(spans.all()).isEmpty();

        due.check(NOW.plusSeconds(1));
        due.check(NOW.plusSeconds(2));
        assertThat(spans.named("process_ticket")).hasSize(1);
        assertThat(store.get("78788")).isNotNull();

        due.check(NOW.plusSeconds(1).plus(DueSpans.KEPT));
        assertThat(store.get("78788")).isNull();
        assertThat(spans.all()).hasSize(1);
    }

    @Test
    void whatAKillLeftIsSentByTheNextOwnerTheSameToTheLastDigit() {
        DueSpans killed = due();
        killed.add("78788", ROOT, NOW);
        killed.check(NOW.plusSeconds(1));

        due().check(NOW.plusSeconds(20));

        List<SpanData> sent = spans.named("process_ticket");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        assertThat(sent.get(1).getSpanId()).isEqualTo(ROOT.self().spanId());
        assertThat(sent.get(1).getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void whatWaitsIsSentWhenTheServiceStops() {
        DueSpans due = due();
        due.add("78788", ROOT, NOW);
        due.close();

        assertThat(spans.named("process_ticket")).hasSize(1);
    }

    @Test
    void aSpanThatIsTooLargeToBeKeptIsSentAtOnce() {
        DueSpans due = due();
        due.add("78788", large(), NOW);

        assertThat(spans.named("process_ticket")).hasSize(1);
        assertThat(store.get("78788")).isNull();
    }

    private static FinishedSpan large() {
        return new FinishedSpan(
                ROOT.name(),
                ROOT.kind(),
                ROOT.self(),
                null,
                ROOT.start(),
                ROOT.end(),
                Attributes.of(AttributeKey.stringKey("output.value"), "x".repeat(MAX_RECORD_BYTES)),
                List.of(),
                List.of(),
                null);
    }

    private DueSpans due() {
        return new DueSpans(store, new Json(), MAX_RECORD_BYTES, spans.tracing());
    }
}
