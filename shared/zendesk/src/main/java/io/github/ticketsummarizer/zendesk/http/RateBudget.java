package io.github.ticketsummarizer.zendesk.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our share of the calls that an account allows, over all calls of this instance. The limits are those that the answers'
 * headers tell. Thread-safe; whoever waits can be interrupted.
 */
public final class RateBudget {
    /** Limits are per minute; a second more, since a request that was given up may still be on its way for a while. */
    private static final Duration WINDOW = Duration.ofSeconds(61);

    /** When as little of the account's limit is left, agents or other programs need it. */
    private static final double RESERVED = 0.05;

    /** A wait that a person would notice. */
    private static final Duration TOLD = Duration.ofSeconds(5);

    private static final Duration TOLD_AGAIN = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(RateBudget.class);

    private final RateShare share;
    private final long windowNanos;
    private final LongSupplier nanoTime;
    private final long origin;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CallWindow account;
    private final List<CallWindow> endpoints;
    private final List<Turn> waiting = new ArrayList<>(); // in the order in which they go
    private long toldAt = Long.MIN_VALUE / 2;

    /** A budget of which nothing is spent. */
    public RateBudget(RateShare share) {
        this(share, WINDOW, System::nanoTime);
    }

    RateBudget(RateShare share, Duration window, LongSupplier nanoTime) {
        this.share = share;
        this.windowNanos = window.toNanos();
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
        this.account = new CallWindow(windowNanos, share.of(share.assumedPerMinute()));
        this.endpoints = Stream.of(Endpoint.values()).map(this::windowOf).toList();
    }

    private CallWindow windowOf(Endpoint endpoint) {
        OptionalInt perMinute = endpoint.perMinute();
        return new CallWindow(
                windowNanos, perMinute.isPresent() ? share.of(endpoint, perMinute.getAsInt()) : Integer.MAX_VALUE);
    }

    /**
     * How long a call would have to wait; longer, where calls under way take their time.
     *
     * @param ahead calls that will be made before it, beside those that wait here
     */
    public Duration expectedWait(Endpoint endpoint, int ahead) {
        lock.lock();
        try {
            long now = now();
            int aheadAtEndpoint = count(waiting, endpoint) + ahead;
            return Duration.ofNanos(next(endpoint, now, waiting.size() + ahead, aheadAtEndpoint) - now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a call may be made.
     *
     * @return the call, to be closed when its answer is there, or will not come
     * @throws BudgetSpentException at once, when it would have to wait longer than the caller's patience
     */
    Call acquire(Endpoint endpoint, Duration patience) throws InterruptedException, BudgetSpentException {
        Turn turn = new Turn(endpoint);
        lock.lockInterruptibly();
        try {
            waiting.add(turn);
            long asked = now();
            await(turn, patience);
            account.begin();
            window(endpoint).begin();
            return new Call(endpoint, Duration.ofNanos(now() - asked));
        } finally {
            waiting.remove(turn);
            lock.unlock();
        }
    }

    private void await(Turn turn, Duration patience) throws InterruptedException, BudgetSpentException {
        long now = now();
        long giveUpAt = now + patience.toNanos();
        long at = timeOf(turn, now);
        while (at > now) {
            tell(turn.endpoint, now, at);
            if (at > giveUpAt) {
                throw new BudgetSpentException(Duration.ofNanos(at - now));
            }
            changed.awaitNanos(at - now);
            now = now();
            at = timeOf(turn, now);
        }
    }

    private long timeOf(Turn turn, long now) {
        List<Turn> earlier = waiting.subList(0, waiting.indexOf(turn));
        return next(turn.endpoint, now, earlier.size(), count(earlier, turn.endpoint));
    }

    private static int count(List<Turn> turns, Endpoint endpoint) {
        return (int) turns.stream().filter(turn -> turn.endpoint == endpoint).count();
    }

    /** Takes in what an answer's headers say. */
    void learn(Endpoint endpoint, HttpHeaders headers) {
        RateLimits limits = RateLimits.of(headers);
        lock.lock();
        try {
            boolean news = false;
            if (limits.account().isPresent()) {
                RateLimits.Limit limit = limits.account().get();
                news = account.allow(share.of(limit.total()));
                news |= limit.remaining() <= limit.total() * RESERVED && pause(account, limit.reset());
            }
            if (limits.endpoint().isPresent()) {
                RateLimits.Limit limit = limits.endpoint().get();
                CallWindow window = window(endpoint);
                news |= window.allow(share.of(endpoint, limit.total()));
                news |= limit.remaining() == 0 && pause(window, limit.reset());
            }
            noteChange(news);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Zendesk answered 429: nobody asks until then.
     *
     * @param endpoint whose own limit was reached, where the headers say so; otherwise the account's was
     */
    void refused(Endpoint endpoint, HttpHeaders headers, Duration retryAfter) {
        boolean isEndpoints = RateLimits.of(headers)
                .endpoint()
                .filter(limit -> limit.remaining() == 0)
                .isPresent();
        lock.lock();
        try {
            noteChange(pause(isEndpoints ? window(endpoint) : account, retryAfter));
        } finally {
            lock.unlock();
        }
    }

    private boolean pause(CallWindow window, Duration duration) {
        return window.pauseUntil(now() + duration.toNanos());
    }

    private void noteChange(boolean news) {
        if (news) {
            changed.signalAll();
        }
    }

    private long next(Endpoint endpoint, long now, int ahead, int aheadAtEndpoint) {
        return Math.max(account.next(now, ahead), window(endpoint).next(now, aheadAtEndpoint));
    }

    private void end(Endpoint endpoint) {
        lock.lock();
        try {
            long now = now();
            account.end(now);
            window(endpoint).end(now);
        } finally {
            lock.unlock();
        }
    }

    private CallWindow window(Endpoint endpoint) {
        return endpoints.get(endpoint.ordinal());
    }

    private long now() {
        return nanoTime.getAsLong() - origin;
    }

    private void tell(Endpoint endpoint, long now, long at) {
        if (at - now >= TOLD.toNanos() && now - toldAt >= TOLD_AGAIN.toNanos()) {
            toldAt = now;
            log.atInfo()
                    .addKeyValue("call", endpoint)
                    .addKeyValue("seconds", TimeUnit.NANOSECONDS.toSeconds(at - now))
                    .log("waiting for Zendesk's rate limit");
        }
    }

    /** A call that may be made now, and counts until it is closed and for a minute after. */
    final class Call implements AutoCloseable {
        private final Endpoint endpoint;
        private final Duration waited;

        private Call(Endpoint endpoint, Duration waited) {
            this.endpoint = endpoint;
            this.waited = waited;
        }

        /** How long it had to wait for its turn. */
        Duration waited() {
            return waited;
        }

        @Override
        public void close() {
            end(endpoint);
        }
    }

    /** A place in the queue. */
    private static final class Turn {
        private final Endpoint endpoint;

        private Turn(Endpoint endpoint) {
            this.endpoint = endpoint;
        }
    }
}
