package io.github.ticketsummarizer.zendesk.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
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
    /** Limits are per minute; a second more, since calls do not all take the same time to get there. */
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
    private int changes;
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
        return new CallWindow(windowNanos, perMinute.isPresent() ? share.of(perMinute.getAsInt()) : Integer.MAX_VALUE);
    }

    /**
     * How long a call would have to wait.
     *
     * @param ahead calls that will be made before it
     */
    public Duration expectedWait(Endpoint endpoint, int ahead) {
        lock.lock();
        try {
            long now = now();
            return Duration.ofNanos(next(endpoint, now, ahead) - now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the call may be made, which it then must be.
     *
     * @throws BudgetSpentException at once, when it would have to wait longer than the caller's patience
     */
    void acquire(Endpoint endpoint, Duration patience) throws InterruptedException, BudgetSpentException {
        lock.lockInterruptibly();
        try {
            long now = now();
            long giveUpAt = now + patience.toNanos();
            long at = timeOfCall(endpoint, now, giveUpAt);
            while (!takeAndAwait(endpoint, at)) {
                at = timeOfCall(endpoint, now(), giveUpAt);
            }
        } finally {
            lock.unlock();
        }
    }

    private long timeOfCall(Endpoint endpoint, long now, long giveUpAt) throws BudgetSpentException {
        long at = next(endpoint, now, 0);
        tell(endpoint, now, at);
        if (at > giveUpAt) {
            throw new BudgetSpentException(Duration.ofNanos(at - now));
        }
        return at;
    }

    /** @return false when the limits changed meanwhile, and with them perhaps the call's time */
    private boolean takeAndAwait(Endpoint endpoint, long at) throws InterruptedException {
        take(endpoint, at);
        boolean kept = false;
        try {
            int changesBefore = changes;
            long left = at - now();
            while (left > 0 && changes == changesBefore) {
                changed.awaitNanos(left);
                left = at - now();
            }
            kept = left <= 0;
            return kept;
        } finally {
            if (!kept) {
                giveBack(endpoint, at);
            }
        }
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
                news |= window.allow(share.of(limit.total()));
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
            changes++;
            changed.signalAll();
        }
    }

    private long next(Endpoint endpoint, long now, int ahead) {
        return Math.max(account.next(now, ahead), window(endpoint).next(now, ahead));
    }

    private void take(Endpoint endpoint, long at) {
        account.take(at);
        window(endpoint).take(at);
    }

    private void giveBack(Endpoint endpoint, long at) {
        account.giveBack(at);
        window(endpoint).giveBack(at);
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
}
