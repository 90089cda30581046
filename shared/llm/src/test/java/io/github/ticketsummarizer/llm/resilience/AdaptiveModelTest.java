package io.github.ticketsummarizer.llm.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.model.ErrorType;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdaptiveModelTest {
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private @Nullable LlmException failure;

    @Test
    void fewerCallsAreMadeAtOnceWhenTheProviderRefusesAndMoreAgainAfterwards() throws Exception {
        AdaptiveModel model = model(100);

        failure = ChatSamples.failure(ErrorType.LLM_RATE_LIMITED, null);
        ask(model, 50);
        assertThat(model.limit()).as("refused together, backed off once").isEqualTo(70);
        now = now.plusSeconds(1);
        ask(model, 1);
        assertThat(model.limit()).isEqualTo(49);

        failure = null;
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 400; i++) {
                calls.execute(() -> ask(model, 1));
            }
        }
        assertThat(mostAtOnce.get()).isLessThanOrEqualTo(100);
        assertThat(model.limit()).isGreaterThan(49);
    }

    @Test
    void otherFailuresSayNothingOfHowManyItTakes() {
        AdaptiveModel model = model(100);
        failure = ChatSamples.failure(ErrorType.LLM_UNAVAILABLE, null);

        ask(model, 50);

        assertThat(model.limit()).isEqualTo(100);
    }

    @Test
    void aCallThatWaitsForItsTurnCanBeGivenUp() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        AdaptiveModel model = new AdaptiveModel(
                request -> {
                    inside.countDown();
                    finish.await();
                    return ChatSamples.answer();
                },
                "gemini",
                1,
                () -> now);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> ask(model, 1));
        inside.await();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> model.ask(ChatSamples.request())).isInstanceOf(InterruptedException.class);

        finish.countDown();
        first.get();
    }

    private AdaptiveModel model(int maxConcurrency) {
        return new AdaptiveModel(
                request -> {
                    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    try {
                        if (failure != null) {
                            throw failure;
                        }
                        Thread.yield();
                        return ChatSamples.answer();
                    } finally {
                        atOnce.decrementAndGet();
                    }
                },
                "gemini",
                maxConcurrency,
                () -> now);
    }

    private static void ask(AdaptiveModel model, int times) {
        for (int i = 0; i < times; i++) {
            try {
                model.ask(ChatSamples.request());
            } catch (LlmException | InterruptedException expected) {
                // What matters is the limit.
            }
        }
    }
}
