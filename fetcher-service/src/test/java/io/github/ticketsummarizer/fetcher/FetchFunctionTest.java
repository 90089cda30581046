package io.github.ticketsummarizer.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import io.github.ticketsummarizer.zendesk.FetchResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FetchFunctionTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final FetchRequest INPUT = new FetchRequest(new TicketRequest(
            "run:7:1", "7", "1", "run", AnalysisType.BOTH, "gemini", PromptVersions.FIRST, NOW.minusSeconds(9)));
    private static final Attempt ATTEMPT = new Attempt(
            Stage.FETCH,
            2,
            NOW.minusSeconds(5),
            NOW.minusSeconds(1),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new CallAccount());
    private static final Ticket TICKET =
            new Ticket(new TicketHeader("7", "", "", "", "open", null, null, 0, CustomFields.NONE), List.of());

    @Test
    void aFoundTicketIsTheStagesOutput() throws Exception {
        assertThat(call(Map.of("7", new FetchResult.Found(TICKET))))
                .isEqualTo(new CallOutcome.Success<>(new RawTicket(
                        INPUT.request(),
                        TICKET,
                        new StageTiming(Stage.FETCH, NOW.minusSeconds(5), NOW.minusSeconds(1), NOW, 2))));
    }

    @Test
    void aFailureKeepsWhatTheSourceAskedToWait() throws Exception {
        CallFailure failure = CallFailure.transientFailure(ErrorType.ZENDESK_RATE_LIMITED, "too many requests");

        assertThat(call(Map.of("7", new FetchResult.Failed(failure, Duration.ofSeconds(30)))))
                .isEqualTo(new CallOutcome.Failure<>(failure, Duration.ofSeconds(30)));
    }

    @Test
    void aSourceThatMayNotBeAskedYetHoldsTheLane() throws Exception {
        assertThat(call(Map.of("7", new FetchResult.Held(Duration.ofSeconds(30)))))
                .isEqualTo(new CallOutcome.LaneHeld<>(Duration.ofSeconds(30)));
    }

    @Test
    void aSourceThatDoesNotAnswerIsADefect() {
        assertThatThrownBy(() -> call(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the ticket source gave no answer for 7");
    }

    @Test
    void aWaitingRequestSurvivesItsStore() throws Exception {
        Json json = new Json();

        assertThat(json.mapper().readValue(json.write(INPUT), FetchRequest.class))
                .isEqualTo(INPUT);
    }

    private static CallOutcome<RawTicket> call(Map<String, FetchResult> answer) throws InterruptedException {
        return new FetchFunction(ids -> {
                    assertThat(ids).containsExactly("7");
                    return answer;
                })
                .call(INPUT, ATTEMPT);
    }
}
