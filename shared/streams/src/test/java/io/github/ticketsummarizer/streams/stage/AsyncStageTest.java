package io.github.ticketsummarizer.streams.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class AsyncStageTest {
    private static final CallFailure UNAVAILABLE =
            CallFailure.transientFailure(ErrorType.LLM_UNAVAILABLE, "the model is down; try later");

    @Test
    void answersEachRecordOnceWithItsKeyAndHeaders() {
        try (StageFixture stage = new StageFixture(success())) {
            stage.send("1");
            stage.send("2");
            List<TestRecord<String, SynthesizedTicket>> outputs = outputs(stage, 2);

            assertThat(outputs).extracting(TestRecord::key).containsExactlyInAnyOrder("1", "2");
            assertThat(outputs).allSatisfy(output -> {
                assertThat(HeaderText.of(output.headers(), HeaderNames.REQUEST_ID))
                        .isEqualTo(output.value().request().requestId());
                assertThat(HeaderText.of(output.headers(), HeaderNames.TRACEPARENT))
                        .isEqualTo("00-11111111111111111111111111111111-2222222222222222-01");
            });
            assertThat(stage.events())
                    .extracting(StageEvent::state)
                    .containsExactlyInAnyOrder(
                            StageEvent.State.STARTED,
                            StageEvent.State.STARTED,
                            StageEvent.State.FINISHED,
                            StageEvent.State.FINISHED);
            assertThat(stage.failures()).isEmpty();
            assertThat(stage.pending()).isZero();
        }
    }

    @Test
    void passesOverWhatDoesNotConcernTheStage() {
        try (StageFixture stage = new StageFixture(success())) {
            stage.send("1", AnalysisType.DIAGNOSTICS, "offline");
            stage.send("2");

            assertThat(outputs(stage, 1)).extracting(TestRecord::key).containsExactly("2");
            assertThat(stage.events()).hasSize(2);
        }
    }

    @Test
    void retriesWithGrowingWaitsAndThenSucceeds() {
        List<Integer> attempts = new ArrayList<>();
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            synchronized (attempts) {
                attempts.add(attempt.number());
            }
            return attempt.number() < 3
                    ? new CallOutcome.Failure<>(UNAVAILABLE)
                    : new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
        })) {
            stage.send("1");
            stage.drainUntil(() -> size(attempts) == 1);
            stage.pass(Duration.ofMillis(100));
            assertThat(size(attempts))
                    .as("the first wait is half a second at least")
                    .isEqualTo(1);
            stage.pass(Duration.ofSeconds(1));
            stage.drainUntil(() -> size(attempts) == 2);
            stage.pass(Duration.ofSeconds(2));

            SynthesizedTicket output = outputs(stage, 1).getFirst().value();
            assertThat(output.timings().getLast().attempts()).isEqualTo(3);
            assertThat(attempts).containsExactly(1, 2, 3);
            assertThat(stage.pending()).isZero();
        }
    }

    @Test
    void theCallsOfAttemptsThatFailedStandOnTheOutput() {
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            attempt.account().add(StageFixture.modelCall("req-" + attempt.number()));
            return attempt.number() < 3
                    ? new CallOutcome.Failure<>(UNAVAILABLE, Duration.ofMillis(50))
                    : new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
        })) {
            stage.send("1");
            stage.drainUntil(() -> stage.pass(Duration.ofSeconds(1)).pending() == 0);

            assertThat(stage.outputs().getFirst().value().calls())
                    .extracting(ModelCall::requestId)
                    .containsExactly("req-1", "req-2", "req-3");
        }
    }

    @Test
    void theCallsOfAllAttemptsStandOnTheFailure() {
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            attempt.account().add(StageFixture.modelCall("req-" + attempt.number()));
            return new CallOutcome.Failure<>(UNAVAILABLE, Duration.ofMillis(50));
        })) {
            stage.send("1");
            stage.drainUntil(() -> stage.pass(Duration.ofSeconds(1)).pending() == 0);

            assertThat(failure(stage).calls())
                    .extracting(ModelCall::requestId)
                    .containsExactly("req-1", "req-2", "req-3");
        }
    }

    @Test
    void theCallsBeforeADeadlineAreNotLost() {
        StageSettings impatient = new StageSettings(
                4, Duration.ofMillis(200), 1, Duration.ofMillis(10), Duration.ofMillis(10), 10, 128 * 1024);
        try (StageFixture stage = new StageFixture(
                (raw, attempt) -> {
                    attempt.account().add(StageFixture.modelCall("req-1"));
                    new CountDownLatch(1).await();
                    throw new AssertionError("interrupted before");
                },
                impatient)) {
            stage.send("1");

            assertThat(failure(stage))
                    .satisfies(failure -> assertThat(failure.errorType()).isEqualTo(ErrorType.DEADLINE_EXCEEDED))
                    .satisfies(failure -> assertThat(failure.calls())
                            .extracting(ModelCall::requestId)
                            .containsExactly("req-1"));
        }
    }

    @Test
    void aParkedTicketKeepsTheCallsItHasCost() {
        AtomicBoolean isHeld = new AtomicBoolean(true);
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            if (isHeld.get()) {
                attempt.account().add(StageFixture.modelCall("req-before"));
                return new CallOutcome.LaneHeld<>(Duration.ofMillis(200));
            }
            return new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
        })) {
            stage.send("1");
            stage.drainUntil(() -> stage.pendingEntries().stream()
                    .anyMatch(entry -> entry.calls().size() == 1));
            isHeld.set(false);

            SynthesizedTicket output = outputs(stage, 1).getFirst().value();
            assertThat(output.calls()).extracting(ModelCall::requestId).containsOnly("req-before");
            assertThat(output.timings().getLast().attempts()).isEqualTo(1);
        }
    }

    @Test
    void aTicketWhoseCallsTakeMoreRoomThanItsEntryHasIsGivenUp() {
        AtomicInteger attempts = new AtomicInteger();
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            attempts.incrementAndGet();
            for (int i = 0; i < 2_000; i++) {
                attempt.account().add(StageFixture.modelCall("req-" + i));
            }
            return new CallOutcome.Failure<>(UNAVAILABLE, Duration.ofMillis(50));
        })) {
            stage.send("1");

            TicketFailure failure = failure(stage);
            assertThat(failure.errorType()).isEqualTo(ErrorType.LLM_UNAVAILABLE);
            assertThat(failure.calls()).as("the failure itself must fit").isEmpty();
            assertThat(failure.timings()).extracting(StageTiming::attempts).containsExactly(1, 1);
            assertThat(attempts).hasValue(1);
            assertThat(stage.pending()).isZero();
        }
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        try (StageFixture stage =
                new StageFixture((raw, attempt) -> new CallOutcome.Failure<>(UNAVAILABLE, Duration.ofMillis(50)))) {
            stage.send("1");
            TicketFailure failure = failure(stage);

            assertThat(failure.errorType()).isEqualTo(ErrorType.LLM_UNAVAILABLE);
            assertThat(failure.attempts()).isEqualTo(3);
            assertThat(failure.retryable()).isTrue();
            assertThat(failure.stage()).isEqualTo(Stage.SYNTHESIS);
            assertThat(failure.ticket()).isNotNull();
            assertThat(stage.outputs()).isEmpty();
            assertThat(stage.events()).extracting(StageEvent::state).endsWith(StageEvent.State.FAILED);
            assertThat(stage.pending()).isZero();
        }
    }

    @Test
    void aFailureTellsTheTimesOfTheStagesBeforeAndOfTheLastAttempt() {
        List<Instant> starts = new CopyOnWriteArrayList<>();
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            starts.add(attempt.startedAt());
            return new CallOutcome.Failure<>(UNAVAILABLE, Duration.ofMillis(50));
        })) {
            RawTicket raw = stage.send("1");
            List<StageTiming> timings = failure(stage).timings();

            assertThat(timings).hasSize(2).first().isEqualTo(raw.timing());
            StageTiming synthesis = timings.getLast();
            assertThat(synthesis)
                    .isEqualTo(new StageTiming(
                            Stage.SYNTHESIS, StageFixture.NOW, starts.getLast(), synthesis.finishedAt(), 3));
            assertThat(synthesis.finishedAt()).isAfterOrEqualTo(starts.getLast());
            assertThat(starts).hasSize(3);
        }
    }

    @Test
    void waitsAsLongAsTheOtherSideAsks() {
        AtomicInteger calls = new AtomicInteger();
        try (StageFixture stage = new StageFixture((raw, attempt) -> calls.incrementAndGet() == 1
                ? new CallOutcome.Failure<>(UNAVAILABLE, Duration.ofSeconds(20))
                : new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary")))) {
            stage.send("1");
            stage.drainUntil(() -> calls.get() == 1 && stage.runtime().calls().running() == 0);
            stage.pass(Duration.ofSeconds(18));
            assertThat(calls).hasValue(1);
            stage.pass(Duration.ofSeconds(3));
            assertThat(outputs(stage, 1)).hasSize(1);
        }
    }

    @Test
    void doesNotRetryWhatCannotGetBetter() {
        AtomicInteger calls = new AtomicInteger();
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            calls.incrementAndGet();
            return new CallOutcome.Failure<>(CallFailure.permanent(ErrorType.LLM_AUTH, "the key is refused"));
        })) {
            stage.send("1");

            assertThat(failure(stage).attempts()).isEqualTo(1);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void aFunctionThatThrowsFailsItsTicketOnly() {
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            if (raw.request().ticketId().equals("1")) {
                throw new StackOverflowError("deep");
            }
            return new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
        })) {
            stage.send("1");
            stage.send("2");

            assertThat(outputs(stage, 1)).extracting(TestRecord::key).containsExactly("2");
            TicketFailure failure = failure(stage);
            assertThat(failure.errorType()).isEqualTo(ErrorType.INTERNAL);
            assertThat(failure.message()).contains("StackOverflowError").doesNotContain("deep");
        }
    }

    @Test
    void aFunctionThatAnswersNothingFailsItsTicket() {
        try (StageFixture stage = new StageFixture((raw, attempt) -> null)) {
            stage.send("1");
            assertThat(failure(stage).errorType()).isEqualTo(ErrorType.INTERNAL);
        }
    }

    @Test
    void aSerializerThatThrowsFailsItsTicket() {
        Topic<SynthesizedTicket> broken = new Topic<>(
                "synthesized",
                Serdes.String(),
                Serdes.serdeFrom(
                        (topic, value) -> {
                            throw new IllegalStateException("secret text");
                        },
                        (topic, bytes) -> null),
                Map.of());
        try (StageFixture stage = new StageFixture(success(), StageFixture.SETTINGS, broken)) {
            stage.send("1");
            TicketFailure failure = failure(stage);

            assertThat(failure.errorType()).isEqualTo(ErrorType.INTERNAL);
            assertThat(failure.message()).doesNotContain("secret text");
            assertThat(stage.pending()).isZero();
        }
    }

    @Test
    void anOutputOverTheLimitFailsItsTicket() {
        String large = "x".repeat(StageFixture.SETTINGS.maxRecordBytes());
        try (StageFixture stage = new StageFixture(
                (raw, attempt) -> new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, large)))) {
            stage.send("1");
            TicketFailure failure = failure(stage);

            assertThat(failure.errorType()).isEqualTo(ErrorType.RECORD_TOO_LARGE);
            assertThat(failure.message()).contains("synthesized").contains("RECORD_MAX_BYTES");
            assertThat(stage.outputs()).isEmpty();
            assertThat(stage.pending()).isZero();
        }
    }

    @Test
    void anInputTooLargeToKeepFailsItsTicketWithoutACall() {
        AtomicInteger calls = new AtomicInteger();
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            calls.incrementAndGet();
            return new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
        })) {
            String large = "x".repeat(StageFixture.SETTINGS.maxRecordBytes());
            stage.send(StageFixture.rawTicket("1", AnalysisType.POD, "offline", large));
            TicketFailure failure = failure(stage);

            assertThat(failure.errorType()).isEqualTo(ErrorType.RECORD_TOO_LARGE);
            assertThat(failure.attempts()).isZero();
            assertThat(failure.ticket()).as("the failure itself must fit").isNull();
            assertThat(failure.timings())
                    .extracting(StageTiming::stage, StageTiming::attempts)
                    .containsExactly(tuple(Stage.FETCH, 1), tuple(Stage.SYNTHESIS, 0));
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void aCallPastItsDeadlineIsInterruptedAndTriedAgain() {
        AtomicBoolean interrupted = new AtomicBoolean();
        StageSettings impatient = new StageSettings(
                4, Duration.ofMillis(50), 3, Duration.ofMillis(10), Duration.ofMillis(10), 10, 128 * 1024);
        try (StageFixture stage = new StageFixture(
                (raw, attempt) -> {
                    if (attempt.number() == 1) {
                        awaitForEver(interrupted);
                    }
                    return new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
                },
                impatient)) {
            stage.send("1");

            assertThat(outputs(stage, 1).getFirst().value().timings().getLast().attempts())
                    .isEqualTo(2);
            assertThat(interrupted).isTrue();
        }
    }

    @Test
    void aHeldLaneParksItsTicketsAndLeavesTheOthersAlone() {
        AtomicBoolean geminiIsDown = new AtomicBoolean(true);
        AtomicInteger geminiCalls = new AtomicInteger();
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            if (raw.request().modelProvider().equals("gemini")) {
                geminiCalls.incrementAndGet();
                if (geminiIsDown.get()) {
                    return new CallOutcome.LaneHeld<>(Duration.ofMillis(200));
                }
            }
            return new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
        })) {
            for (int i = 0; i < 5; i++) {
                stage.send("1" + i, AnalysisType.POD, "gemini");
            }
            stage.drainUntil(() -> stage.runtime().calls().isHeld("gemini"));
            stage.send("2", AnalysisType.POD, "offline");

            assertThat(outputs(stage, 1)).extracting(TestRecord::key).containsExactly("2");
            assertThat(stage.pending()).isEqualTo(5);
            geminiIsDown.set(false);
            assertThat(outputs(stage, 5))
                    .allSatisfy(output -> assertThat(
                                    output.value().timings().getLast().attempts())
                            .as("a held lane costs no attempt")
                            .isEqualTo(1));
            assertThat(stage.events()).extracting(StageEvent::state).contains(StageEvent.State.PARKED);
            assertThat(stage.failures()).isEmpty();
        }
    }

    @Test
    void aCallThatRanBeforeItsLaneWasHeldDoesNotOpenIt() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger held = new AtomicInteger();
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            if (raw.request().ticketId().equals("1")) {
                release.await();
                return new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
            }
            held.incrementAndGet();
            return new CallOutcome.LaneHeld<>(Duration.ofHours(1));
        })) {
            stage.send("1", AnalysisType.POD, "gemini");
            stage.send("2", AnalysisType.POD, "gemini");
            stage.drainUntil(() -> stage.runtime().calls().isHeld("gemini"));

            release.countDown();

            assertThat(outputs(stage, 1)).extracting(TestRecord::key).containsExactly("1");
            stage.drainUntil(() -> stage.runtime().calls().running() == 0);
            assertThat(stage.runtime().calls().isHeld("gemini")).isTrue();
            assertThat(held).hasValue(1);
        }
    }

    @Test
    void neverRunsMoreCallsAtOnceThanAllowed() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        try (StageFixture stage = new StageFixture((raw, attempt) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            release.await();
            now.decrementAndGet();
            return new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
        })) {
            for (int i = 0; i < 20; i++) {
                stage.send("" + i);
            }
            stage.drainUntil(() -> now.get() == StageFixture.SETTINGS.inFlight());
            release.countDown();

            assertThat(outputs(stage, 20)).hasSize(20);
            assertThat(most).hasValue(StageFixture.SETTINGS.inFlight());
        }
    }

    private static StageFunction<RawTicket, SynthesizedTicket> success() {
        return (raw, attempt) -> new CallOutcome.Success<>(StageFixture.synthesized(raw, attempt, "summary"));
    }

    private static void awaitForEver(AtomicBoolean interrupted) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.set(true);
            throw e;
        }
    }

    private static int size(List<Integer> attempts) {
        synchronized (attempts) {
            return attempts.size();
        }
    }

    private static List<TestRecord<String, SynthesizedTicket>> outputs(StageFixture stage, int count) {
        List<TestRecord<String, SynthesizedTicket>> outputs = new ArrayList<>();
        stage.drainUntil(() -> {
            outputs.addAll(stage.outputs());
            return outputs.size() >= count;
        });
        return outputs;
    }

    private static TicketFailure failure(StageFixture stage) {
        List<TestRecord<String, TicketFailure>> failures = new ArrayList<>();
        stage.drainUntil(() -> {
            failures.addAll(stage.failures());
            return !failures.isEmpty();
        });
        assertThat(failures).hasSize(1);
        return failures.getFirst().value();
    }
}
