package io.github.ticketsummarizer.llm.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.model.ErrorType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Asks no more for a while when most calls find the provider out of order; then one call goes ahead to try. A refusal that
 * has to do with the request or the account is an answer, and no sign that the provider is down.
 */
final class CircuitBreakingModel implements ChatModel {
    private static final Duration OPEN_FOR = Duration.ofSeconds(15);
    private static final Duration WHILE_ONE_TRIES = Duration.ofSeconds(2);
    private static final int CALLS_LOOKED_AT = 20;
    private static final float MOST = 50;

    private final ChatModel next;
    private final String name;
    private final Clock clock;
    private final CircuitBreaker breaker;
    private volatile Instant openUntil;

    /** @param name of the provider, for messages */
    CircuitBreakingModel(ChatModel next, String name, Clock clock) {
        this.next = next;
        this.name = name;
        this.clock = clock;
        this.openUntil = clock.instant();
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS_LOOKED_AT)
                        .minimumNumberOfCalls(CALLS_LOOKED_AT)
                        .failureRateThreshold(MOST)
                        // A model that thinks long is not down.
                        .slowCallDurationThreshold(Duration.ofDays(1))
                        .waitDurationInOpenState(OPEN_FOR)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                openUntil = clock.instant().plus(OPEN_FOR);
            }
        });
    }

    @Override
    public ChatAnswer ask(ChatRequest request) throws LlmException, InterruptedException {
        if (!breaker.tryAcquirePermission()) {
            throw held();
        }
        boolean counted = false;
        try {
            ChatAnswer answer = next.ask(request);
            breaker.onSuccess(answer.duration().toNanos(), TimeUnit.NANOSECONDS);
            counted = true;
            return answer;
        } catch (ProviderHeldException nothingSent) {
            throw nothingSent;
        } catch (LlmException failed) {
            count(failed);
            counted = true;
            throw failed;
        } finally {
            if (!counted) {
                breaker.releasePermission();
            }
        }
    }

    private void count(LlmException failed) {
        ErrorType type = failed.failure().errorType();
        if (type == ErrorType.LLM_UNAVAILABLE || type == ErrorType.LLM_TIMEOUT) {
            breaker.onError(0, TimeUnit.NANOSECONDS, failed);
        } else {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    private ProviderHeldException held() {
        Duration open = Duration.between(clock.instant(), openUntil);
        Duration wait = open.isPositive() ? open : WHILE_ONE_TRIES;
        return new ProviderHeldException(
                ErrorType.LLM_UNAVAILABLE,
                "%s is not asked for %d ms: most of its last calls failed".formatted(name, wait.toMillis()),
                wait);
    }
}
