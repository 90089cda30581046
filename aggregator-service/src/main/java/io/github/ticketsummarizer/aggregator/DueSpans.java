package io.github.ticketsummarizer.aggregator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.streams.JsonSerde;
import io.github.ticketsummarizer.telemetry.span.FinishedSpan;
import io.github.ticketsummarizer.telemetry.span.SpanJson;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Spans without which a trace is not whole, kept until they have been exported: an entry is written in the transaction of
 * what the span tells of, sent when that is surely committed, and removed {@link #KEPT} after it was handed over. Neither
 * the SDK's queue nor the agent's tells what became of a span, but a healthy platform has it within seconds; what a kill
 * finds here is sent again by the next owner, the same to the last digit, and a platform that has it knows it by its id.
 */
final class DueSpans {
    /** How often to look; twice the interval of commits and more. */
    static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    /** Queue, batch and retries of an exporter take less, while its platform answers. */
    static final Duration KEPT = Duration.ofSeconds(30);

    private final JsonStore<JsonNode> store;
    private final Tracing tracing;
    private final Map<String, Unsent> unsent = new LinkedHashMap<>();
    private final Map<String, Instant> sentAt = new LinkedHashMap<>();

    /** Takes up what the last owner left. */
    DueSpans(KeyValueStore<String, byte[]> bytes, Json json, int maxRecordBytes, Tracing tracing) {
        this.tracing = tracing;
        this.store = new JsonStore<>(
                bytes, new JsonSerde<>(json, JsonNode.class), maxRecordBytes, 0, id -> MissingNode.getInstance());
        store.forEach((id, span) -> {
            if (!span.isMissingNode()) {
                unsent.put(id, new Unsent(SpanJson.read(span), Instant.MIN));
            }
        });
    }

    /** Keeps a span and sends it soon; where nothing is traced it is not kept either. */
    void add(String id, FinishedSpan span, Instant now) {
        if (!tracing.isEnabled()) {
            return;
        }
        if (store.put(id, SpanJson.write(span))) {
            unsent.put(id, new Unsent(span, now));
        } else {
            tracing.emit(span);
        }
    }

    /** Sends what was committed since the last call, and forgets what was exported. */
    void check(Instant now) {
        Iterator<Map.Entry<String, Unsent>> waiting = unsent.entrySet().iterator();
        while (waiting.hasNext()) {
            Map.Entry<String, Unsent> entry = waiting.next();
            if (!entry.getValue().since().isAfter(now.minus(CHECK_INTERVAL))) {
                tracing.emit(entry.getValue().span());
                sentAt.put(entry.getKey(), now);
                waiting.remove();
            }
        }
        Iterator<Map.Entry<String, Instant>> sent = sentAt.entrySet().iterator();
        while (sent.hasNext()) {
            Map.Entry<String, Instant> entry = sent.next();
            if (!entry.getValue().isAfter(now.minus(KEPT))) {
                store.delete(entry.getKey());
                sent.remove();
            }
        }
    }

    /** Sends the rest; the entries stay until the next owner has sent them as well. */
    void close() {
        unsent.values().forEach(waiting -> tracing.emit(waiting.span()));
        unsent.clear();
    }

    private record Unsent(FinishedSpan span, Instant since) {}
}
