package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketRecord;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One attempt for one pending entry; its outcome goes to the task that made it, as long as that task lives. */
final class StageCall<I extends TicketRecord, O> implements ScheduledCall<O> {
    private final long offset;
    private final PendingEntry entry;
    private final I input;
    private final StageDefinition<I, O> definition;
    private final StageSpans<I, O> spans;
    private final Clock clock;
    private final Consumer<Ended<I, O>> onOutcome;
    private final CallAccount account;
    private final Milestones milestones;
    private volatile boolean continued;
    private volatile boolean abandoned;
    private volatile @Nullable Instant startedAt;
    private volatile @Nullable Instant endedAt;

    StageCall(
            long offset,
            PendingEntry entry,
            I input,
            StageDefinition<I, O> definition,
            StageSpans<I, O> spans,
            Clock clock,
            Consumer<Ended<I, O>> onOutcome) {
        this.offset = offset;
        this.entry = entry;
        this.input = input;
        this.definition = definition;
        this.spans = spans;
        this.clock = clock;
        this.onOutcome = onOutcome;
        this.account = new CallAccount(entry.calls());
        this.milestones = new Milestones(entry.timeline().milestones());
    }

    long offset() {
        return offset;
    }

    I input() {
        return input;
    }

    PendingEntry entry() {
        return entry;
    }

    /** The calls to a model that were made for the record so far, in this attempt and those before. */
    List<ModelCall> modelCalls() {
        return account.calls();
    }

    Milestones milestones() {
        return milestones;
    }

    /** The stages so far, this one last: it made that many attempts, and this was the last of them, if any. */
    List<StageTiming> timings(int attempts) {
        Instant end = Objects.requireNonNullElseGet(endedAt, clock::instant);
        Instant start = Objects.requireNonNullElse(startedAt, end);
        StageTiming timing =
                new StageTiming(definition.stage(), Instant.ofEpochMilli(entry.receivedAt()), start, end, attempts);
        return Stream.concat(input.timings().stream(), Stream.of(timing)).toList();
    }

    /** What begins next goes on with what began before: in another process, or before its lane was held. */
    void continues() {
        continued = true;
    }

    /** The task is gone; nobody wants the outcome. */
    void abandon() {
        abandoned = true;
    }

    @Override
    public String lane() {
        return input.request().modelProvider();
    }

    @Override
    public CallOutcome<O> run() throws InterruptedException {
        Attempt attempt = new Attempt(
                definition.stage(),
                entry.attempts() + 1,
                Instant.ofEpochMilli(entry.receivedAt()),
                clock.instant(),
                clock,
                account);
        startedAt = attempt.startedAt();
        milestones.add(new Milestone(
                continued ? Milestone.RESUMED : Milestone.STARTED,
                attempt.startedAt().toEpochMilli(),
                attempt.number()));
        try (Scope ignored = spans.attempt(this).makeCurrent()) {
            return definition.function().call(input, attempt);
        }
    }

    @Override
    public void complete(CallOutcome<O> outcome) {
        if (outcome instanceof CallOutcome.LaneHeld<O>) {
            milestones.add(new Milestone(Milestone.PARKED, clock.millis(), entry.attempts() + 1));
            continues();
        } else {
            endedAt = clock.instant();
        }
        if (!abandoned) {
            onOutcome.accept(new Ended<>(this, outcome));
        }
    }

    /** An outcome that waits for the stream thread. */
    record Ended<I extends TicketRecord, O>(StageCall<I, O> call, CallOutcome<O> outcome) {}
}
