package io.github.ticketsummarizer.zendesk;

import io.github.ticketsummarizer.zendesk.http.SharedCallSpans;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Gathers the tickets that many threads ask for into few calls. A batch leaves when it is full, or when so few tickets
 * are left to read comments for that connections would soon have nothing to do; so batches are large while there is much
 * to do, and a ticket alone does not wait. Thread-safe.
 */
final class TicketBatches {
    /** When a batch leaves at the latest, where callers keep coming one by one. */
    private static final Duration GATHERED = Duration.ofSeconds(2);

    private final TicketBatch.Call call;
    private final int connections;
    private final SharedCallSpans shared;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<WaitingTicket> waiting = new ArrayDeque<>();
    private final Arrivals arrivals = new Arrivals();
    private int batches;
    private int underWay;
    private int commentsDue;

    /** @param connections calls for comments at once */
    TicketBatches(TicketBatch.Call call, int connections, SharedCallSpans shared) {
        this.shared = shared;
        this.call = call;
        this.connections = connections;
    }

    /** Waits for a ticket. For one that was found {@link #commentsRead} must be called in the end, whatever happens. */
    BatchAnswer take(String ticketId) throws InterruptedException {
        WaitingTicket waiter = new WaitingTicket(ticketId);
        lock.lock();
        try {
            waiting.add(waiter);
            arrivals.add(System.nanoTime());
            startDue();
        } finally {
            lock.unlock();
        }
        try {
            BatchAnswer answer = waiter.answer().get();
            showWait(waiter);
            return answer;
        } catch (InterruptedException e) {
            leave(waiter);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the call for a batch of tickets broke", e.getCause());
        }
    }

    /** The call's own span is in the trace of whoever came first; the others show that they waited, and for which. */
    private void showWait(WaitingTicket waiter) {
        TicketBatch batch = waiter.batch();
        if (batch != null && !batch.isFirst(waiter)) {
            shared.waited(
                    waiter.context(),
                    waiter.since(),
                    batch.callId(),
                    batch.members().size());
        }
    }

    /** Comments will be read for a ticket that need not be asked for. In the end, {@link #commentsRead} must be called. */
    void readsComments() {
        lock.lock();
        try {
            commentsDue++;
        } finally {
            lock.unlock();
        }
    }

    /** The comments of a ticket were read, or will not be. */
    void commentsRead() {
        lock.lock();
        try {
            commentsDue--;
            startDue();
        } finally {
            lock.unlock();
        }
    }

    /** Tickets that will be asked comments for, and have not come to it. */
    int ahead() {
        lock.lock();
        try {
            return waiting.size() + underWay;
        } finally {
            lock.unlock();
        }
    }

    private void startDue() {
        while (waiting.size() >= TicketBatch.MOST) {
            TicketBatch full = new TicketBatch();
            fill(full);
            start(full);
        }
        if (!waiting.isEmpty() && batches == 0 && commentsDue < connections) {
            start(new TicketBatch());
        }
    }

    private void start(TicketBatch batch) {
        batches++;
        batch.start(() -> run(batch));
    }

    private void fill(TicketBatch batch) {
        batch.fill(waiting);
        underWay += batch.members().size();
    }

    private void leave(WaitingTicket waiter) {
        lock.lock();
        try {
            TicketBatch batch = waiter.batch();
            if (batch == null) {
                waiting.remove(waiter);
            } else if (!waiter.answer().isDone()) {
                batch.leave(waiter);
            } else if (waiter.isFound()) {
                commentsDue--;
                startDue();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run(TicketBatch batch) {
        try {
            if (batch.members().isEmpty()) {
                gather(batch);
            }
            if (!batch.members().isEmpty()) {
                answer(batch, batch.ask(call));
            }
        } catch (InterruptedException everybodyLeft) {
            // Nobody waits for the answer.
        } catch (RuntimeException | Error e) { // whoever waits must hear of it
            batch.members().forEach(member -> member.answer().completeExceptionally(e));
        } finally {
            end(batch);
        }
    }

    private void gather(TicketBatch batch) throws InterruptedException {
        long leaveAt = System.nanoTime() + GATHERED.toNanos();
        for (Duration quiet = quiet(); !quiet.isZero() && System.nanoTime() - leaveAt < 0; quiet = quiet()) {
            Thread.sleep(quiet);
        }
        lock.lock();
        try {
            fill(batch);
        } finally {
            lock.unlock();
        }
    }

    /** How long to wait for the next caller; zero when it is time to leave. */
    private Duration quiet() {
        lock.lock();
        try {
            return waiting.isEmpty() ? Duration.ZERO : arrivals.quiet(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    private void answer(TicketBatch batch, Function<String, BatchAnswer> answers) {
        lock.lock();
        try {
            for (WaitingTicket member : batch.members()) {
                if (!member.hasLeft()) {
                    BatchAnswer answer = answers.apply(member.ticketId());
                    commentsDue += answer instanceof BatchAnswer.Found ? 1 : 0;
                    member.answer().complete(answer);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(TicketBatch batch) {
        lock.lock();
        try {
            batches--;
            underWay -= batch.members().size();
            startDue();
        } finally {
            lock.unlock();
        }
    }
}
