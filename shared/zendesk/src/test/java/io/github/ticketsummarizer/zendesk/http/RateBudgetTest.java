package io.github.ticketsummarizer.zendesk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RateBudget budget = budget(28, nanos::get); // 10 calls: half, less the 4 that are for commands

    @Test
    void theShareOfTheAssumedLimitIsFreeAndTheNextCallIsNot() throws Exception {
        take(Endpoint.COMMENTS, 6);
        take(Endpoint.TICKETS, 4);

        assertThat(refused(Endpoint.COMMENTS).freeAfter()).isEqualTo(MINUTE);

        pass(MINUTE);
        take(Endpoint.COMMENTS, 10);
    }

    @Test
    void theLimitIsTheOneThatTheAnswersTell() throws Exception {
        budget.learn(Endpoint.TICKETS, headers(Map.of("X-Rate-Limit", "700", "X-Rate-Limit-Remaining", "690")));
        take(Endpoint.COMMENTS, 343);
        assertThat(budget.expectedWait(Endpoint.COMMENTS, 0)).isEqualTo(MINUTE);

        pass(MINUTE);
        budget.learn(Endpoint.TICKETS, headers(Map.of("ratelimit-limit", "10", "ratelimit-remaining", "9")));
        take(Endpoint.COMMENTS, 3);
        assertThat(budget.expectedWait(Endpoint.COMMENTS, 0)).isEqualTo(MINUTE);
    }

    @Test
    void aCallCountsFromItsBeginningUntilAMinuteAfterItsEnd() throws Exception {
        take(Endpoint.COMMENTS, 9);
        RateBudget.Call slow = budget.acquire(Endpoint.COMMENTS, Duration.ZERO);
        pass(MINUTE);

        take(Endpoint.COMMENTS, 9);
        assertThat(budget.expectedWait(Endpoint.COMMENTS, 0)).isEqualTo(MINUTE);

        slow.close();
        pass(MINUTE);
        take(Endpoint.COMMENTS, 10);
    }

    @Test
    void whoComesLaterGoesLater() throws Exception {
        take(Endpoint.COMMENTS, 5);
        pass(Duration.ofSeconds(20));
        take(Endpoint.COMMENTS, 5);
        for (int i = 0; i < 5; i++) {
            acquireInBackground(Duration.ofSeconds(70));
        }

        assertThat(budget.expectedWait(Endpoint.COMMENTS, 0)).isEqualTo(MINUTE);
        assertThat(budget.expectedWait(Endpoint.COMMENTS, 5)).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void whoWaitsForAnEndpointsOwnLimitKeepsNobodyElse() throws Exception {
        take(Endpoint.INCREMENTAL_EXPORT, 5);
        acquireInBackground(Endpoint.INCREMENTAL_EXPORT, Duration.ofSeconds(70));

        take(Endpoint.COMMENTS, 4);
    }

    @Test
    void whatIsLeftOfTheAccountsLimitIsLeftToTheAgents() {
        budget.learn(
                Endpoint.COMMENTS,
                headers(Map.of("x-rate-limit", "700", "x-rate-limit-remaining", "35", "ratelimit-reset", "17")));

        assertThat(budget.expectedWait(Endpoint.TICKETS, 0)).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void anEndpointsOwnLimitHoldsForThatEndpointAlone() {
        budget.learn(
                Endpoint.SEARCH_EXPORT,
                headers(Map.of("zendesk-ratelimit-search-export", "total=100; remaining=0; resets=41")));

        assertThat(budget.expectedWait(Endpoint.SEARCH_EXPORT, 0)).isEqualTo(Duration.ofSeconds(41));
        assertThat(budget.expectedWait(Endpoint.COMMENTS, 0)).isZero();
    }

    @Test
    void anEndpointsKnownLimitHoldsBeforeAnAnswerTellsIt() throws Exception {
        take(Endpoint.INCREMENTAL_EXPORT, 5);

        assertThat(budget.expectedWait(Endpoint.INCREMENTAL_EXPORT, 0)).isEqualTo(MINUTE);
        assertThat(budget.expectedWait(Endpoint.COMMENTS, 0)).isZero();
    }

    @Test
    void headersThatMakeNoSenseChangeNothing() throws Exception {
        budget.learn(Endpoint.COMMENTS, headers(Map.of("X-Rate-Limit", "many", "zendesk-ratelimit-x", "total=;;=")));
        budget.learn(Endpoint.COMMENTS, headers(Map.of("X-Rate-Limit", "0", "ratelimit-limit", "99999999999")));

        take(Endpoint.COMMENTS, 10);
        assertThat(budget.expectedWait(Endpoint.COMMENTS, 0)).isEqualTo(MINUTE);
    }

    @Test
    void aRefusalHoldsAllCallsUntilItIsOver() {
        budget.refused(Endpoint.COMMENTS, headers(Map.of()), Duration.ofSeconds(93));

        assertThat(refused(Endpoint.TICKETS).freeAfter()).isEqualTo(Duration.ofSeconds(93));
    }

    @Test
    void aRefusalByAnEndpointsOwnLimitHoldsThatEndpoint() {
        budget.refused(
                Endpoint.COMMENTS,
                headers(Map.of("zendesk-ratelimit-x", "total=10; remaining=0; resets=5")),
                Duration.ofSeconds(93));

        assertThat(budget.expectedWait(Endpoint.COMMENTS, 0)).isEqualTo(Duration.ofSeconds(93));
        assertThat(budget.expectedWait(Endpoint.TICKETS, 0)).isZero();
    }

    @Test
    void whoWouldNotWaitHasTheCallsThatAreFreeWhileTheClockGoesOn() throws Exception {
        RateBudget ofTheRunningClock = budget(8, nanos::incrementAndGet);

        ofTheRunningClock.acquire(Endpoint.COMMENTS, Duration.ZERO).close();
        ofTheRunningClock.acquire(Endpoint.COMMENTS, Duration.ZERO).close();

        assertThatThrownBy(() -> ofTheRunningClock.acquire(Endpoint.COMMENTS, Duration.ZERO))
                .isInstanceOf(BudgetSpentException.class);
    }

    @Test
    void whoWaitsHearsOfAPauseThatIsLongerThanItsPatience() throws Exception {
        take(Endpoint.COMMENTS, 10);
        CompletableFuture<Duration> waiting = acquireInBackground(Duration.ofSeconds(70));

        budget.refused(Endpoint.COMMENTS, headers(Map.of()), Duration.ofSeconds(90));

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(BudgetSpentException.class);
    }

    @Test
    void whoWaitsGoesAtOnceWhenTheLimitTurnsOutToBeLargerAndKnowsHowLongThatTook() throws Exception {
        take(Endpoint.COMMENTS, 10);
        CompletableFuture<Duration> waiting = acquireInBackground(Duration.ofSeconds(70));
        pass(Duration.ofSeconds(20));

        budget.learn(Endpoint.COMMENTS, headers(Map.of("x-rate-limit", "200", "x-rate-limit-remaining", "100")));

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whoIsInterruptedLeavesItsCallToTheOthers() throws Exception {
        take(Endpoint.COMMENTS, 10);
        CompletableFuture<Duration> waiting = new CompletableFuture<>();
        Thread thread = Thread.startVirtualThread(() -> acquire(Endpoint.COMMENTS, waiting, Duration.ofSeconds(70)));
        awaitWaiting(thread);

        thread.interrupt();

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        pass(MINUTE);
        take(Endpoint.COMMENTS, 10);
    }

    private static RateBudget budget(int assumedPerMinute, LongSupplier nanoTime) {
        return new RateBudget(new RateShare(50, 1, assumedPerMinute, RateShare.Caller.FETCHER), MINUTE, nanoTime);
    }

    private CompletableFuture<Duration> acquireInBackground(Duration patience) {
        return acquireInBackground(Endpoint.COMMENTS, patience);
    }

    private CompletableFuture<Duration> acquireInBackground(Endpoint endpoint, Duration patience) {
        CompletableFuture<Duration> result = new CompletableFuture<>();
        awaitWaiting(Thread.startVirtualThread(() -> acquire(endpoint, result, patience)));
        return result;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private void acquire(Endpoint endpoint, CompletableFuture<Duration> result, Duration patience) {
        try {
            RateBudget.Call call = budget.acquire(endpoint, patience);
            call.close();
            result.complete(call.waited());
        } catch (InterruptedException | BudgetSpentException e) {
            result.completeExceptionally(e);
        }
    }

    private void take(Endpoint endpoint, int calls) throws Exception {
        for (int i = 0; i < calls; i++) {
            budget.acquire(endpoint, Duration.ZERO).close();
        }
    }

    private BudgetSpentException refused(Endpoint endpoint) {
        return catchThrowableOfType(BudgetSpentException.class, () -> budget.acquire(endpoint, Duration.ofSeconds(59)));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static HttpHeaders headers(Map<String, String> values) {
        return HttpHeaders.of(
                values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                (name, value) -> true);
    }
}
