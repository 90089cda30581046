package io.github.ticketsummarizer.llm.resilience;

import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limiter.BlockingLimiter;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.model.ErrorType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the calls at once to what the provider takes: fewer when it says that there are too many, then more again with
 * each call that goes well (additive increase, multiplicative decrease).
 */
final class AdaptiveModel implements ChatModel {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RESUME_AFTER = Duration.ofSeconds(1);
    private static final double BACKOFF = 0.7;
    /** The calls that were in the air together are refused together, and that is one refusal. */
    private static final Duration ONE_REFUSAL = Duration.ofSeconds(1);

    private final ChatModel next;
    private final String name;
    private final InstantSource clock;
    private final AIMDLimit limit;
    private final Limiter<Void> limiter;
    private final AtomicLong lastRefusalMillis = new AtomicLong(0);

    /** @param name of the provider, for messages */
    AdaptiveModel(ChatModel next, String name, int maxConcurrency, InstantSource clock) {
        this.next = next;
        this.name = name;
        this.clock = clock;
        this.limit = AIMDLimit.newBuilder()
                .initialLimit(maxConcurrency)
                .minLimit(1)
                .maxLimit(maxConcurrency)
                .backoffRatio(BACKOFF)
                // A model that thinks long is not overloaded.
                .timeout(1, TimeUnit.DAYS)
                .build();
        this.limiter =
                BlockingLimiter.wrap(SimpleLimiter.newBuilder().limit(limit).build(), PATIENCE);
    }

    /** Calls that may be in the air now. */
    int limit() {
        return limit.getLimit();
    }

    @Override
    public ChatAnswer ask(ChatRequest request) throws LlmException, InterruptedException {
        Limiter.Listener permit = acquire();
        boolean counted = false;
        try {
            ChatAnswer answer = next.ask(request);
            permit.onSuccess();
            counted = true;
            return answer;
        } catch (LlmException failed) {
            if (failed.failure().errorType() == ErrorType.LLM_RATE_LIMITED && isFirstOfItsKind()) {
                permit.onDropped();
                counted = true;
            }
            throw failed;
        } finally {
            if (!counted) {
                permit.onIgnore();
            }
        }
    }

    private Limiter.Listener acquire() throws ProviderHeldException, InterruptedException {
        var permit = limiter.acquire(null);
        if (permit.isPresent()) {
            return permit.get();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the call to %s was given up".formatted(name));
        }
        throw new ProviderHeldException(
                ErrorType.LLM_RATE_LIMITED,
                "%s takes no more than %d calls at once now".formatted(name, limit()),
                RESUME_AFTER);
    }

    private boolean isFirstOfItsKind() {
        long now = clock.millis();
        long last = lastRefusalMillis.get();
        return now - last >= ONE_REFUSAL.toMillis() && lastRefusalMillis.compareAndSet(last, now);
    }
}
