package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketRecord;
import io.github.ticketsummarizer.streams.Topic;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes an outside call for each record without blocking the stream thread, exactly once.
 *
 * <p>A record becomes an entry of the pending store, then a call on a virtual thread. The outcome waits in a queue until
 * the stream thread takes it: the output is forwarded and the entry removed, or a failed call is written back with its
 * next due time. Entry, output and input offset are one transaction, and that is the whole durability argument: a kill
 * at any moment leaves either the entry, and the call is made again by the next owner, or the output.
 */
final class AsyncStageProcessor<I extends TicketRecord, O> implements Processor<String, I, String, byte[]> {
    /** How often outcomes are taken while calls run; what a call's answer waits at most before it goes on. */
    static final Duration DRAIN_INTERVAL = Duration.ofMillis(10);

    private final StageDefinition<I, O> definition;
    private final StageRuntime runtime;
    private final StageSinks sinks;
    private final Backoff backoff;
    private final TaskLoad load;
    private final TaskCalls<I, O> calls;
    private final PriorityQueue<Due> waiting = new PriorityQueue<>();
    private final Set<Long> takenOver = new HashSet<>();
    private final Queue<StageCall.Ended<I, O>> ended = new ConcurrentLinkedQueue<>();

    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<Long, PendingEntry> pending;
    private StageOutput output;
    private TopicPartition partition;
    private StageSpans<I, O> spans;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    AsyncStageProcessor(StageDefinition<I, O> definition, StageRuntime runtime, StageSinks sinks) {
        this.definition = definition;
        this.runtime = runtime;
        this.sinks = sinks;
        StageSettings settings = runtime.settings();
        this.backoff = new Backoff(settings.backoff(), settings.backoffMax(), runtime.jitter());
        this.calls = new TaskCalls<>(runtime.calls());
        this.load = new TaskLoad(settings, () -> !ended.isEmpty());
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        pending = context.getStateStore(AsyncStage.PENDING_STORE);
        output = new StageOutput(context, sinks, runtime.settings().maxRecordBytes());
        partition = new TopicPartition(definition.inputTopic(), context.taskId().partition());
        spans = new StageSpans<>(definition, runtime.tracing(), partition, context.applicationId());
        resumePending();
        runtime.loads().register(partition, load);
        context.schedule(DRAIN_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> drain());
    }

    @Override
    public void process(Record<String, I> record) {
        drain();
        I input = record.value();
        if (input == null || !definition.applies().test(input.request())) {
            return;
        }
        output.event(input.request().ticketId(), event(input, StageEvent.State.STARTED));
        long now = context.currentSystemTimeMs();
        long offset = context.recordMetadata().orElseThrow().offset();
        PendingEntry received =
                PendingEntry.received(record.timestamp(), now, input.request().ticketId(), record.headers());
        switch (output.prepare(AsyncStage.PENDING_STORE, definition.inputSerde(), input, record.headers())) {
            case StageOutput.Prepared.Ready(byte[] value) -> {
                PendingEntry entry = received.holding(value);
                pending.put(offset, entry);
                calls.submit(call(offset, entry, input));
            }
            case StageOutput.Prepared.Refused(CallFailure failure) -> fail(call(offset, received, input), failure, 0);
        }
    }

    /** What runs is made again by the next owner; what comes back late finds nobody. */
    @Override
    public void close() {
        runtime.loads().unregister(partition, load);
        calls.abandon();
    }

    private void resumePending() {
        try (KeyValueIterator<Long, PendingEntry> entries = pending.all()) {
            entries.forEachRemaining(entry -> {
                waiting.add(new Due(entry.value.dueAt(), entry.key));
                takenOver.add(entry.key);
            });
        }
    }

    private void drain() {
        for (StageCall.Ended<I, O> next = ended.poll(); next != null; next = ended.poll()) {
            StageCall<I, O> call = next.call();
            if (calls.contains(call)) {
                take(call, next.outcome());
            }
        }
        startDue();
        updateLoad();
    }

    private void take(StageCall<I, O> call, CallOutcome<O> outcome) {
        switch (outcome) {
            case CallOutcome.Success<O>(O answer) -> succeed(call, answer);
            case CallOutcome.Failure<O>(CallFailure failure, Duration retryAfter) ->
                retryOrFail(call, failure, retryAfter);
            case CallOutcome.LaneHeld<O> held -> park(call);
        }
    }

    private void succeed(StageCall<I, O> call, O answer) {
        PendingEntry entry = call.entry();
        Topic<O> topic = definition.output();
        switch (output.prepare(topic.name(), topic.valueSerde(), answer, entry.headers())) {
            case StageOutput.Prepared.Ready(byte[] value) -> {
                try (Scope ignored = spans.below(call).makeCurrent()) {
                    output.output(entry.key(), value, entry.headers());
                }
                output.event(call.entry().key(), event(call.input(), StageEvent.State.FINISHED));
                spans.succeeded(call, answer, runtime.clock().instant());
            }
            case StageOutput.Prepared.Refused(CallFailure failure) -> fail(call, failure, entry.attempts() + 1);
        }
        pending.delete(call.offset());
        calls.remove(call);
    }

    /** A parked call runs again as it is; what it has cost so far must outlive this process. */
    private void park(StageCall<I, O> call) {
        PendingEntry entry = call.entry().withCalls(call.modelCalls());
        if (entry.calls().size() > call.entry().calls().size() && canKeep(entry)) {
            pending.put(call.offset(), entry);
        }
        output.event(entry.key(), event(call.input(), StageEvent.State.PARKED));
    }

    private void retryOrFail(StageCall<I, O> call, CallFailure failure, @Nullable Duration retryAfter) {
        int attempts = call.entry().attempts() + 1;
        Duration wait = backoff.after(attempts, retryAfter);
        PendingEntry retried = retried(call, failure, wait);
        if (failure.retryable() && attempts < runtime.settings().attempts() && canKeep(retried)) {
            pending.put(call.offset(), retried);
            waiting.add(new Due(retried.dueAt(), call.offset()));
        } else {
            fail(call, failure, attempts);
            pending.delete(call.offset());
        }
        calls.remove(call);
    }

    private PendingEntry retried(StageCall<I, O> call, CallFailure failure, Duration wait) {
        long now = context.currentSystemTimeMs();
        int attempts = call.entry().attempts() + 1;
        Milestone retry = new Milestone(
                Milestone.RETRY, now, attempts, failure.errorType().wireName(), wait.toMillis());
        return call.entry()
                .withCalls(call.modelCalls())
                .retriedAt(now + wait.toMillis(), call.milestones().and(retry));
    }

    /** An entry may grow by its calls only as far as the changelog takes it; beyond that its ticket has cost enough. */
    private boolean canKeep(PendingEntry entry) {
        return entry.calls().isEmpty() || AsyncStage.isWithinChangelog(entry, runtime.settings());
    }

    private void fail(StageCall<I, O> call, CallFailure failure, int attempts) {
        I input = call.input();
        TicketFailure record = TicketFailure.of(
                        input.request(),
                        definition.ticket().apply(input),
                        definition.stage(),
                        failure,
                        attempts,
                        Instant.ofEpochMilli(context.currentSystemTimeMs()))
                .withCalls(call.modelCalls())
                .withTimings(call.timings(attempts));
        try (Scope ignored = spans.below(call).makeCurrent()) {
            output.failure(input.request().ticketId(), record, call.entry().headers());
        }
        output.event(input.request().ticketId(), event(input, StageEvent.State.FAILED));
        spans.failed(call, failure, attempts, runtime.clock().instant());
    }

    private void startDue() {
        long now = context.currentSystemTimeMs();
        for (Due due = waiting.peek(); due != null && due.at() <= now; due = waiting.peek()) {
            waiting.remove();
            resume(due.offset());
        }
    }

    private void resume(long offset) {
        PendingEntry entry = pending.get(offset);
        if (entry == null) {
            return;
        }
        try {
            StageCall<I, O> call = call(
                    offset,
                    entry,
                    definition.inputSerde().deserializer().deserialize(definition.inputTopic(), entry.value()));
            if (takenOver.remove(offset)) {
                call.continues();
            }
            calls.submit(call);
        } catch (SerializationException unreadable) {
            output.unreadable(definition.stage(), entry);
            pending.delete(offset);
        }
    }

    private StageCall<I, O> call(long offset, PendingEntry entry, I input) {
        return new StageCall<>(offset, entry, input, definition, spans, runtime.clock(), ended::add);
    }

    private void updateLoad() {
        int parked = calls.parked();
        load.update(calls.size() - parked, parked + waiting.size());
    }

    private StageEvent event(I input, StageEvent.State state) {
        return StageEvent.of(
                input.request(), definition.stage(), state, Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }

    /** When the next call for an entry may start. */
    private record Due(long at, long offset) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(offset, other.offset);
        }
    }
}
