package io.github.ticketsummarizer.llm.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.telemetry.metric.ProviderMetrics;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetedModelTest {
    private static final int NO_LIMIT = 0;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeTime time = new FakeTime();
    private final List<Long> sentAt = new ArrayList<>();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final SdkMeterProvider meters =
            SdkMeterProvider.builder().registerMetricReader(metrics).build();
    private ChatAnswer answer = ChatSamples.answer();

    @Test
    void noMinuteHasMoreRequestsThanTheAccountMayHave() throws Exception {
        BudgetedModel model = model(60, NO_LIMIT);

        for (int i = 0; i < 200; i++) {
            model.ask(ChatSamples.request());
        }

        assertThat(sentAt).hasSize(200);
        for (int i = 0; i + 60 < sentAt.size(); i++) {
            assertThat(sentAt.get(i + 60) - sentAt.get(i)).isGreaterThanOrEqualTo(MINUTE.toNanos());
        }
        // Evenly: a provider judges bursts of some seconds.
        assertThat(sentAt.get(20) - sentAt.get(10))
                .isGreaterThan(Duration.ofSeconds(9).toNanos());
    }

    @Test
    void whatWouldWaitLongIsHandedBackInstead() throws Exception {
        BudgetedModel model = model(2, NO_LIMIT);
        model.ask(ChatSamples.request());

        ProviderHeldException held =
                catchThrowableOfType(ProviderHeldException.class, () -> model.ask(ChatSamples.request()));

        assertThat(held.resumeAfter()).isEqualTo(MINUTE);
        assertThat(held.failure().retryable()).isTrue();
        assertThat(held).hasMessage("gemini is not asked for 60000 ms: the requests of this minute are used up");
        assertThat(sentAt).hasSize(1);

        time.pass(held.resumeAfter());
        model.ask(ChatSamples.request());
        assertThat(sentAt).hasSize(2);
    }

    @Test
    void tokensAreSettledWhenTheUsageIsKnown() throws Exception {
        answer = ChatSamples.answer(10_000, 1_000);
        BudgetedModel model = model(NO_LIMIT, 60_000);

        // Each is taken for 6,000 tokens, and was 11,000.
        model.ask(ChatSamples.request(17_500));
        ProviderHeldException held =
                catchThrowableOfType(ProviderHeldException.class, () -> model.ask(ChatSamples.request(17_500)));

        // 5,000 are owed and 6,000 needed, at 900 a second.
        assertThat(held.resumeAfter()).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(13));
    }

    @Test
    void aTicketLargerThanTheMinuteIsSentAndPaidOff() throws Exception {
        answer = ChatSamples.answer(99_000, 1_000);
        BudgetedModel model = model(NO_LIMIT, 60_000);

        model.ask(ChatSamples.request(346_500));
        ProviderHeldException held =
                catchThrowableOfType(ProviderHeldException.class, () -> model.ask(ChatSamples.request()));

        assertThat(sentAt).hasSize(1);
        assertThat(held.resumeAfter()).isGreaterThan(MINUTE);
    }

    @Test
    void allWaitWhenTheProviderAsksOneTo() throws Exception {
        ChatModel limited = request -> {
            sentAt.add(time.currentTimeNanos());
            throw ChatSamples.failure(ErrorType.LLM_RATE_LIMITED, Duration.ofSeconds(30));
        };
        BudgetedModel model = model(limited, new AccountLimits(NO_LIMIT, NO_LIMIT, 10, 1));

        assertThat(catchThrowableOfType(LlmException.class, () -> model.ask(ChatSamples.request())))
                .isNotInstanceOf(ProviderHeldException.class);
        time.pass(Duration.ofSeconds(10));
        ProviderHeldException held =
                catchThrowableOfType(ProviderHeldException.class, () -> model.ask(ChatSamples.request()));

        assertThat(held.resumeAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(held).hasMessage("gemini is not asked for 20000 ms: it asked to wait");
        assertThat(sentAt).hasSize(1);

        time.pass(Duration.ofSeconds(20));
        assertThat(catchThrowableOfType(LlmException.class, () -> model.ask(ChatSamples.request())))
                .isNotInstanceOf(ProviderHeldException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"LLM_RATE_LIMITED", "LLM_QUOTA_EXHAUSTED"})
    void tellsHowLongCallsWaitedAndHowManyWereRefused(ErrorType refusal) {
        BudgetedModel model = model(
                request -> {
                    throw ChatSamples.failure(refusal, Duration.ZERO);
                },
                new AccountLimits(60, NO_LIMIT, 10, 1));

        for (int i = 0; i < 20; i++) {
            catchThrowableOfType(LlmException.class, () -> model.ask(ChatSamples.request()));
        }

        Attributes gemini = Attributes.of(AttributeKey.stringKey("gen_ai.provider.name"), "gcp.gemini");
        assertThat(metrics.collectAllMetrics())
                .satisfiesExactlyInAnyOrder(
                        metric -> OpenTelemetryAssertions.assertThat(metric)
                                .hasName("ticket_summarizer.llm.rate_limited")
                                .hasLongSumSatisfying(sum -> sum.hasPointsSatisfying(
                                        point -> point.hasValue(20).hasAttributes(gemini))),
                        metric -> OpenTelemetryAssertions.assertThat(metric)
                                .hasName("ticket_summarizer.llm.budget.wait")
                                .hasHistogramSatisfying(waits -> waits.hasPointsSatisfying(point ->
                                        point.hasCount(20).hasSumGreaterThan(5).hasAttributes(gemini))));
    }

    @Test
    void whatWasNotSentIsNotPaidFor() throws Exception {
        ProviderHeldException busy =
                new ProviderHeldException(ErrorType.LLM_RATE_LIMITED, "busy", Duration.ofSeconds(1));
        BudgetedModel model = model(
                request -> {
                    throw busy;
                },
                new AccountLimits(2, NO_LIMIT, 10, 1));

        for (int i = 0; i < 10; i++) {
            assertThat(catchThrowableOfType(ProviderHeldException.class, () -> model.ask(ChatSamples.request())))
                    .isSameAs(busy);
        }
    }

    private BudgetedModel model(int requests, int tokens) {
        return model(
                request -> {
                    sentAt.add(time.currentTimeNanos());
                    return answer;
                },
                new AccountLimits(requests, tokens, 10, 1));
    }

    private BudgetedModel model(ChatModel next, AccountLimits limits) {
        return new BudgetedModel(next, "gemini", limits, new ProviderMetrics(meters.get("test")), time, time);
    }

    /** A clock that goes on while somebody waits for it. */
    private static final class FakeTime implements TimeMeter, BlockingStrategy {
        private long nanos = 1_000;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        @Override
        public void park(long nanosToPark) {
            nanos += nanosToPark;
        }
    }
}
