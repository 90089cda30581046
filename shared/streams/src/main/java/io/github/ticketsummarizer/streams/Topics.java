package io.github.ticketsummarizer.streams;

import io.github.ticketsummarizer.model.DiagnosticsResult;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Every topic of the pipeline: the one definition that creation, checks, services and clients share. */
public final class Topics {
    private static final Duration WEEK = Duration.ofDays(7);
    // Raw bytes of records that no stage could read may hold anything a ticket holds.
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(2);

    private final Json json;
    private final int maxRecordBytes;

    /** @param maxRecordBytes the largest record that any topic takes, headers included */
    public Topics(Json json, int maxRecordBytes) {
        this.json = json;
        this.maxRecordBytes = maxRecordBytes;
    }

    /** Submissions: a bare id, or JSON. Whatever else lies there is answered by a failure, so it is read as bytes. */
    public Topic<byte[]> ticketIds() {
        return kept("ticket-ids", Serdes.ByteArray());
    }

    /** Tickets as fetched. */
    public Topic<RawTicket> rawTickets() {
        return kept("raw-tickets", of(RawTicket.class));
    }

    /** Tickets with their synthesis. */
    public Topic<SynthesizedTicket> synthesized() {
        return kept("synthesized", of(SynthesizedTicket.class));
    }

    /** Which POD owns a ticket. */
    public Topic<PodResult> podResults() {
        return kept("pod-results", of(PodResult.class));
    }

    /** Whether Diagnostics could have helped. */
    public Topic<DiagnosticsResult> diagnosticsResults() {
        return kept("diag-results", of(DiagnosticsResult.class));
    }

    /** What the stages do, for progress and timings. */
    public Topic<StageEvent> stageEvents() {
        return kept("stage-events", of(StageEvent.class));
    }

    /** Tickets that a stage gave up on. */
    public Topic<TicketFailure> ticketFailures() {
        return kept("ticket-failures", of(TicketFailure.class));
    }

    /** One report per submission. */
    public Topic<TicketReport> merged() {
        return kept("merged", of(TicketReport.class));
    }

    /** What each run asked for, by run id. */
    public Topic<Run> runs() {
        return compacted("runs", of(Run.class));
    }

    /** How far each run is, by run id. */
    public Topic<RunSummary> runSummaries() {
        return compacted("run-summaries", of(RunSummary.class));
    }

    /** Records that no stage can read, as they came. */
    public Topic<byte[]> deadLetters() {
        return deletedAfter("dead-letters", Serdes.ByteArray(), DEAD_LETTER_RETENTION);
    }

    /** All of them, in the order of the pipeline. */
    public List<Topic<?>> all() {
        return List.of(
                ticketIds(),
                rawTickets(),
                synthesized(),
                podResults(),
                diagnosticsResults(),
                stageEvents(),
                ticketFailures(),
                merged(),
                runs(),
                runSummaries(),
                deadLetters());
    }

    /** The names of those whose records are steps of a ticket, or of its submission, and not notes about it. */
    public Set<String> onTheWay() {
        return Stream.of(
                        ticketIds(),
                        rawTickets(),
                        synthesized(),
                        podResults(),
                        diagnosticsResults(),
                        ticketFailures(),
                        merged())
                .map(Topic::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> Serde<T> of(Class<T> type) {
        return new JsonSerde<>(json, type);
    }

    private <V> Topic<V> kept(String name, Serde<V> valueSerde) {
        return deletedAfter(name, valueSerde, WEEK);
    }

    private <V> Topic<V> deletedAfter(String name, Serde<V> valueSerde, Duration retention) {
        return new Topic<>(
                name,
                Serdes.String(),
                valueSerde,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxRecordBytes)));
    }

    private <V> Topic<V> compacted(String name, Serde<V> valueSerde) {
        return new Topic<>(
                name,
                Serdes.String(),
                valueSerde,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(maxRecordBytes)));
    }
}
