package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.zendesk.http.BudgetSpentException;
import io.github.ticketsummarizer.zendesk.http.ZendeskException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the tickets that many threads ask for into few calls. A batch leaves when it is full, or when so few tickets
 * are left to read comments for that connections would soon have nothing to do; so batches are large while there is much
 * to do, and a ticket alone does not wait. Each batch is a thread of its own: a caller that is interrupted leaves it to
 * the others, and it ends when all have left. Thread-safe.
 */
final class TicketBatches {
    /** What one call may ask for ("Show Multiple Tickets", developer.zendesk.com). */
    static final int MOST = 100;

    /** A batch that is not full leaves when nobody has come for so long: hardly a delay for a ticket that is alone. */
    private static final Duration QUIET = Duration.ofMillis(100);

    /** Where many have come lately, more are likely to; a call saved is worth more than this delay at the end of a run. */
    private static final Duration QUIET_AMONG_MANY = Duration.ofMillis(300);

    private static final int MANY = 20;
    private static final Duration LATELY = Duration.ofSeconds(5);

    /** When it leaves at the latest, where callers keep coming one by one. */
    private static final Duration GATHERED = Duration.ofSeconds(2);

    private final BatchCall call;
    private final int connections;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Long> arrivals = new ArrayDeque<>(); // the latest, in nanoseconds
    private int batches;
    private int underWay;
    private int commentsDue;

    /** @param connections calls for comments at once */
    TicketBatches(BatchCall call, int connections) {
        this.call = call;
        this.connections = connections;
    }

    /** Asks for many tickets at once. */
    @FunctionalInterface
    interface BatchCall {
        /** @return the tickets by their ids; some may be missing */
        Map<String, JsonNode> tickets(Collection<String> ids)
                throws ZendeskException, BudgetSpentException, InterruptedException;
    }

    /** Waits for a ticket. For one that was found {@link #commentsRead} must be called in the end, whatever happens. */
    BatchAnswer take(String ticketId) throws InterruptedException {
        Waiting waiter = new Waiting(ticketId);
        lock.lock();
        try {
            waiting.add(waiter);
            noteArrival();
            startDue();
        } finally {
            lock.unlock();
        }
        try {
            return waiter.answer.get();
        } catch (InterruptedException e) {
            leave(waiter);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the call for a batch of tickets broke", e.getCause());
        }
    }

    /** The comments of a ticket that was found were read, or will not be. */
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
        while (waiting.size() >= MOST) {
            Batch full = new Batch();
            full.fill();
            start(full);
        }
        if (!waiting.isEmpty() && batches == 0 && commentsDue < connections) {
            start(new Batch());
        }
    }

    private void start(Batch batch) {
        batches++;
        batch.thread = Thread.ofVirtual().name("ticket-batch").start(batch::run);
    }

    private void noteArrival() {
        arrivals.addLast(System.nanoTime());
        if (arrivals.size() > MANY) {
            arrivals.removeFirst();
        }
    }

    /** How long to wait for the next caller; zero when it is time to leave. */
    private Duration quiet() {
        lock.lock();
        try {
            long now = System.nanoTime();
            boolean many = arrivals.size() == MANY && now - arrivals.getFirst() < LATELY.toNanos();
            Duration quiet = many ? QUIET_AMONG_MANY : QUIET;
            Duration left = quiet.minusNanos(now - arrivals.getLast());
            return left.isNegative() || waiting.isEmpty() ? Duration.ZERO : left;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Waiting waiter) {
        lock.lock();
        try {
            Batch batch = waiter.batch;
            if (batch == null) {
                waiting.remove(waiter);
            } else if (!waiter.answer.isDone()) {
                waiter.left = true;
                batch.left();
            } else if (waiter.isFound()) {
                commentsDue--;
                startDue();
            }
        } finally {
            lock.unlock();
        }
    }

    /** One caller. Guarded by the lock, but for the answer. */
    private static final class Waiting {
        private final String ticketId;
        private final CompletableFuture<BatchAnswer> answer = new CompletableFuture<>();
        private @Nullable Batch batch;
        private boolean left;

        Waiting(String ticketId) {
            this.ticketId = ticketId;
        }

        boolean isFound() {
            return !answer.isCompletedExceptionally() && answer.join() instanceof BatchAnswer.Found;
        }
    }

    /** One call, and those who wait for it. */
    private final class Batch {
        private final List<Waiting> members = new ArrayList<>();
        private @Nullable Thread thread;
        private int remaining;

        void run() {
            try {
                if (members.isEmpty()) {
                    gather();
                }
                if (!members.isEmpty()) {
                    ask();
                }
            } catch (InterruptedException everybodyLeft) {
                // Nobody waits for the answer.
            } finally {
                end();
            }
        }

        private void gather() throws InterruptedException {
            long leaveAt = System.nanoTime() + GATHERED.toNanos();
            for (Duration quiet = quiet(); !quiet.isZero() && System.nanoTime() - leaveAt < 0; quiet = quiet()) {
                Thread.sleep(quiet);
            }
            lock.lock();
            try {
                fill();
            } finally {
                lock.unlock();
            }
        }

        void fill() {
            while (members.size() < MOST && !waiting.isEmpty()) {
                Waiting member = waiting.removeFirst();
                member.batch = this;
                members.add(member);
            }
            remaining = members.size();
            underWay += members.size();
        }

        void left() {
            remaining--;
            if (remaining == 0 && thread != null) {
                thread.interrupt();
            }
        }

        private void ask() throws InterruptedException {
            Set<String> ids = new LinkedHashSet<>();
            members.forEach(member -> ids.add(member.ticketId));
            try {
                Map<String, JsonNode> tickets = call.tickets(ids);
                answer(member -> answer(tickets.get(member.ticketId)));
            } catch (ZendeskException e) {
                answer(member -> new BatchAnswer.Failed(e));
            } catch (BudgetSpentException e) {
                answer(member -> new BatchAnswer.Held(e.freeAfter()));
            } catch (RuntimeException | Error e) { // whoever waits must hear of it
                members.forEach(member -> member.answer.completeExceptionally(e));
            }
        }

        private static BatchAnswer answer(@Nullable JsonNode ticket) {
            return ticket == null ? new BatchAnswer.Missing() : new BatchAnswer.Found(ticket);
        }

        private void answer(Function<Waiting, BatchAnswer> answers) {
            lock.lock();
            try {
                for (Waiting member : members) {
                    if (!member.left) {
                        BatchAnswer answer = answers.apply(member);
                        commentsDue += answer instanceof BatchAnswer.Found ? 1 : 0;
                        member.answer.complete(answer);
                    }
                }
            } finally {
                lock.unlock();
            }
        }

        private void end() {
            lock.lock();
            try {
                batches--;
                underWay -= members.size();
                startDue();
            } finally {
                lock.unlock();
            }
        }
    }
}
