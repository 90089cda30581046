package io.github.ticketsummarizer.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.thread.CondensationSettings;
import io.github.ticketsummarizer.llm.thread.LongThreads;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SynthesisFunctionTest {
    private static final TokenUsage USAGE = new TokenUsage(120L, null, null, 30L, null);
    private static final Instant T0 = Instant.parse("2025-06-01T10:00:00Z");
    private static final DiagnosticsGuide GUIDE = ConfigFiles.bundled().load().guide();
    private static final StageTiming FETCHED = new StageTiming(Stage.FETCH, T0, T0, T0.plusSeconds(1), 1);
    private final Attempt attempt = new Attempt(
            Stage.SYNTHESIS,
            2,
            T0.plusSeconds(1),
            T0.plusSeconds(2),
            Clock.fixed(T0.plusSeconds(3), ZoneOffset.UTC),
            new CallAccount(List.of(EARLIER)));
    private static final ModelCall EARLIER =
            new ModelCall("synthesis", "offline", "model-7", 3, null, 120L, null, 8L, null, 0.0005, 400);
    private static final Ticket TICKET = new Ticket(
            new TicketHeader(
                    "78788", "Tip gone", "The tip is gone.", "url", "solved", null, null, 1, CustomFields.NONE),
            List.of(new Comment("c1", "7", "Karen", T0, "The tip is gone.", true, null)));

    @Test
    void theTicketGoesOnWithItsSynthesisAndWithoutItsComments() throws Exception {
        AtomicReference<LlmRequest> asked = new AtomicReference<>();
        LlmAnswer answer = new LlmAnswer(
                new Json().mapper().readTree("""
                        {"issue_reported": "i", "root_cause": "c", "summary": "s", "resolution": "r",
                         "evidence": [{"comment_number": 1, "quote": "The tip is gone."}]}
                        """), true, "model-7", null, USAGE, 0.001, Duration.ofMillis(900));
        SynthesisFunction function = function(request -> {
            asked.set(request);
            return answer;
        });

        CallOutcome<SynthesizedTicket> outcome = function.call(raw("offline"), attempt);

        assertThat(asked.get()).isEqualTo(new LlmRequest(LlmTask.SYNTHESIS, 3, new ThreadInput(TICKET)));
        assertThat(outcome)
                .isEqualTo(new CallOutcome.Success<>(new SynthesizedTicket(
                                request("offline"),
                                TICKET.header(),
                                new Synthesis("i", "c", "s", "r"),
                                List.of(new Evidence(1, "The tip is gone.")),
                                List.of(
                                        EARLIER,
                                        new ModelCall(
                                                "synthesis",
                                                "offline",
                                                "model-7",
                                                3,
                                                null,
                                                120L,
                                                null,
                                                30L,
                                                null,
                                                0.001,
                                                900)),
                                List.of(FETCHED, attempt.timing()))
                        .withPeople(List.of("Karen"))));
    }

    @Test
    void aFailedCallIsTheAttemptsFailureWithTheProvidersWish() throws Exception {
        CallFailure limited = CallFailure.transientFailure(ErrorType.LLM_RATE_LIMITED, "too many requests; wait");
        SynthesisFunction function = function(request -> {
            throw new LlmException(limited, Duration.ofSeconds(7));
        });

        assertThat(function.call(raw("offline"), attempt))
                .isEqualTo(new CallOutcome.Failure<>(limited, Duration.ofSeconds(7)));
    }

    @Test
    void aProviderWithoutAClientIsTheTicketsFailure() throws Exception {
        SynthesisFunction function = function(request -> {
            throw new AssertionError("must not be asked");
        });

        assertThat(function.call(raw("gemini"), attempt))
                .isInstanceOfSatisfying(
                        CallOutcome.Failure.class,
                        failure ->
                                assertThat(failure.failure().errorType()).isEqualTo(ErrorType.PROVIDER_NOT_CONFIGURED));
    }

    @Test
    void aProviderThatIsHeldBackHoldsItsLaneAndCostsNoAttempt() throws Exception {
        SynthesisFunction function = function(request -> {
            throw new ProviderHeldException(ErrorType.LLM_UNAVAILABLE, "gemini is down", Duration.ofSeconds(15));
        });

        assertThat(function.call(raw("offline"), attempt))
                .isEqualTo(new CallOutcome.LaneHeld<>(Duration.ofSeconds(15)));
    }

    private static SynthesisFunction function(LlmClient client) {
        LlmClients clients = new LlmClients(client, provider -> {
            throw new LlmException(CallFailure.permanent(ErrorType.PROVIDER_NOT_CONFIGURED, "set its key"));
        });
        return new SynthesisFunction(clients, new LongThreads(clients, new CondensationSettings(3)), GUIDE);
    }

    private static RawTicket raw(String provider) {
        return new RawTicket(request(provider), TICKET, FETCHED);
    }

    private static TicketRequest request(String provider) {
        return new TicketRequest(
                "run:78788:1", "78788", "1", "run", AnalysisType.BOTH, provider, new PromptVersions(3, 4, 5), T0);
    }
}
