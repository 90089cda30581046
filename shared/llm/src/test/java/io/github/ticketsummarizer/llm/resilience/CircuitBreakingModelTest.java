package io.github.ticketsummarizer.llm.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.model.ErrorType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CircuitBreakingModelTest {
    private static final int MANY = 40;

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger sent = new AtomicInteger();
    private boolean givesUp;
    private @Nullable LlmException failure = ChatSamples.failure(ErrorType.LLM_UNAVAILABLE, null);
    private final CircuitBreakingModel model = new CircuitBreakingModel(
            request -> {
                sent.incrementAndGet();
                if (givesUp) {
                    throw new InterruptedException();
                }
                if (failure != null) {
                    throw failure;
                }
                return ChatSamples.answer();
            },
            "gemini",
            clock);

    @Test
    void aProviderThatIsDownIsLeftAloneUntilOneCallFindsItUp() {
        askOften();

        assertThat(sent).hasValue(20);
        clock.pass(Duration.ofSeconds(5));
        ProviderHeldException held =
                catchThrowableOfType(ProviderHeldException.class, () -> model.ask(ChatSamples.request()));
        assertThat(held.resumeAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(held).hasMessage("gemini is not asked for 10000 ms: most of its last calls failed");

        clock.pass(held.resumeAfter().plusMillis(1));
        askOften();
        assertThat(sent).hasValue(21);

        clock.pass(Duration.ofSeconds(16));
        failure = null;
        askOften();
        assertThat(sent).hasValue(21 + MANY);
    }

    @Test
    void aRefusalIsAnAnswer() {
        failure = ChatSamples.failure(ErrorType.LLM_BLOCKED, null);

        askOften();

        assertThat(sent).hasValue(MANY);
    }

    @Test
    void whatWasNeverSentSaysNothing() {
        failure = new ProviderHeldException(ErrorType.LLM_RATE_LIMITED, "busy", Duration.ofSeconds(1));

        askOften();

        assertThat(sent).hasValue(MANY);
    }

    @Test
    void aCallThatWasGivenUpLeavesTheWayFree() {
        askOften();
        clock.pass(Duration.ofSeconds(16));
        givesUp = true;
        assertThatThrownBy(() -> model.ask(ChatSamples.request())).isInstanceOf(InterruptedException.class);

        givesUp = false;
        failure = null;
        assertThatCode(() -> model.ask(ChatSamples.request())).doesNotThrowAnyException();
    }

    private void askOften() {
        for (int i = 0; i < MANY; i++) {
            try {
                model.ask(ChatSamples.request());
            } catch (LlmException | InterruptedException expected) {
                // What matters is what was sent.
            }
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-27T12:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
