package io.github.ticketsummarizer.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.SynthesizedTicket;
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

class CategorizationFunctionTest {
    private static final TokenUsage USAGE = new TokenUsage(120L, null, null, 30L, null);
    private static final Instant T0 = Instant.parse("2025-06-01T10:00:00Z");
    private static final AnalysisConfig CONFIG = ConfigFiles.bundled().load();
    private final Attempt attempt = new Attempt(
            Stage.CATEGORIZATION,
            2,
            T0.plusSeconds(1),
            T0.plusSeconds(2),
            Clock.fixed(T0.plusSeconds(3), ZoneOffset.UTC),
            new CallAccount());
    private static final TicketHeader HEADER =
            new TicketHeader("78788", "Tip gone", "The tip.", "url", "solved", null, null, 1, CustomFields.NONE);
    private static final Synthesis SYNTHESIS = new Synthesis("i", "c", "s", "r");
    private static final List<Evidence> EVIDENCE = List.of(new Evidence(1, "The tip is gone."));

    @Test
    void theAnswerBecomesTheResultWithItsVersionCallAndTiming() throws Exception {
        AtomicReference<LlmRequest> asked = new AtomicReference<>();
        LlmAnswer answer = new LlmAnswer(
                new Json().mapper().readTree("""
                        {"primary_pod": "WFE", "reasoning": "r", "confidence": "confident", "confidence_reason": "c",
                         "alternative_pods": [], "alternative_reasoning": null,
                         "metadata": {"keywords_matched": ["tip"], "decision_factors": ["cause"]}}
                        """), true, "model-7", null, USAGE, 0.001, Duration.ofMillis(900));
        CategorizationFunction function = function(request -> {
            asked.set(request);
            return answer;
        });

        CallOutcome<PodResult> outcome = function.call(synthesized("offline"), attempt);

        assertThat(asked.get())
                .isEqualTo(new LlmRequest(LlmTask.CATEGORIZATION, 4, new AnalysisInput(HEADER, SYNTHESIS, EVIDENCE)));
        assertThat(outcome)
                .isEqualTo(new CallOutcome.Success<>(new PodResult(
                        request("offline"),
                        new Categorization(
                                "WFE",
                                "r",
                                Confidence.CONFIDENT,
                                "c",
                                List.of(),
                                null,
                                new Categorization.Metadata(List.of("tip"), List.of("cause"))),
                        CONFIG.taxonomy().version(),
                        List.of(new ModelCall(
                                "categorization", "offline", "model-7", 4, null, 120L, null, 30L, null, 0.001, 900)),
                        attempt.timing())));
    }

    @Test
    void aFailedCallIsTheAttemptsFailureWithTheProvidersWish() throws Exception {
        CallFailure limited = CallFailure.transientFailure(ErrorType.LLM_RATE_LIMITED, "too many requests; wait");
        CategorizationFunction function = function(request -> {
            throw new LlmException(limited, Duration.ofSeconds(7));
        });

        assertThat(function.call(synthesized("offline"), attempt))
                .isEqualTo(new CallOutcome.Failure<>(limited, Duration.ofSeconds(7)));
    }

    @Test
    void anAnswerThatBreaksTheRulesIsAFailureThatKeepsIt() throws Exception {
        LlmAnswer answer = LlmAnswer.withoutProvider(new Json().mapper().readTree("{}"), "model-7", Duration.ZERO);

        CallOutcome<PodResult> outcome = function(request -> answer).call(synthesized("offline"), attempt);

        assertThat(outcome).isInstanceOfSatisfying(CallOutcome.Failure.class, failure -> {
            assertThat(failure.failure().errorType()).isEqualTo(ErrorType.LLM_INVALID_ANSWER);
            assertThat(failure.failure().rawAnswer()).isEqualTo("{}");
        });
    }

    @Test
    void aProviderThatIsHeldBackHoldsItsLaneAndCostsNoAttempt() throws Exception {
        CategorizationFunction function = function(request -> {
            throw new ProviderHeldException(ErrorType.LLM_UNAVAILABLE, "gemini is down", Duration.ofSeconds(15));
        });

        assertThat(function.call(synthesized("offline"), attempt))
                .isEqualTo(new CallOutcome.LaneHeld<>(Duration.ofSeconds(15)));
    }

    private static CategorizationFunction function(LlmClient client) {
        return new CategorizationFunction(
                new LlmClients(client, provider -> {
                    throw new LlmException(CallFailure.permanent(ErrorType.PROVIDER_NOT_CONFIGURED, "set its key"));
                }),
                CONFIG.taxonomy());
    }

    private static SynthesizedTicket synthesized(String provider) {
        return new SynthesizedTicket(request(provider), HEADER, SYNTHESIS, EVIDENCE, List.of(), List.of());
    }

    private static TicketRequest request(String provider) {
        return new TicketRequest(
                "run:78788:1", "78788", "1", "run", AnalysisType.BOTH, provider, new PromptVersions(3, 4, 5), T0);
    }
}
