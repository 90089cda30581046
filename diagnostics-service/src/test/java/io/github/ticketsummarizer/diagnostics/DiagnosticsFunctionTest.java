package io.github.ticketsummarizer.diagnostics;

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
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.CouldDiagnosticsHelp;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.WasDiagnosticsUsed;
import io.github.ticketsummarizer.model.DiagnosticsResult;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.model.TicketType;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DiagnosticsFunctionTest {
    private static final TokenUsage USAGE = new TokenUsage(120L, null, null, 30L, null);
    private static final Instant T0 = Instant.parse("2025-06-01T10:00:00Z");
    private static final AnalysisConfig CONFIG = ConfigFiles.bundled().load();
    private final Attempt attempt = new Attempt(
            Stage.DIAGNOSTICS,
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
                        {"was_diagnostics_used": {"llm_assessment": "unknown", "confidence": "confident", "reasoning": "u"},
                         "could_diagnostics_help": {"triage_assessment": "yes", "triage_reasoning": "t",
                           "fix_assessment": "yes", "fix_reasoning": "f", "overall_reasoning": "o",
                           "confidence": "confident", "diagnostics_capability_matched": ["element_not_found"]},
                         "metadata": {"ticket_type": "troubleshooting"}}
                        """), true, "model-7", null, USAGE, 0.001, Duration.ofMillis(900));
        DiagnosticsFunction function = function(request -> {
            asked.set(request);
            return answer;
        });

        CallOutcome<DiagnosticsResult> outcome = function.call(synthesized("offline"), attempt);

        assertThat(asked.get())
                .isEqualTo(new LlmRequest(LlmTask.DIAGNOSTICS, 5, new AnalysisInput(HEADER, SYNTHESIS, EVIDENCE)));
        assertThat(outcome)
                .isEqualTo(new CallOutcome.Success<>(new DiagnosticsResult(
                        request("offline"),
                        new DiagnosticsAnalysis(
                                new WasDiagnosticsUsed("unknown", DiagnosticsUse.UNKNOWN, Confidence.CONFIDENT, "u"),
                                new CouldDiagnosticsHelp(
                                        Assessment.YES,
                                        "t",
                                        null,
                                        null,
                                        Assessment.YES,
                                        "f",
                                        null,
                                        null,
                                        Assessment.YES,
                                        "o",
                                        Confidence.CONFIDENT,
                                        List.of("element_not_found"),
                                        null),
                                new DiagnosticsAnalysis.Metadata(TicketType.TROUBLESHOOTING)),
                        CONFIG.guide().version(),
                        List.of(new ModelCall(
                                "diagnostics", "offline", "model-7", 5, null, 120L, null, 30L, null, 0.001, 900)),
                        attempt.timing())));
    }

    @Test
    void aFailedCallIsTheAttemptsFailureWithTheProvidersWish() throws Exception {
        CallFailure limited = CallFailure.transientFailure(ErrorType.LLM_RATE_LIMITED, "too many requests; wait");
        DiagnosticsFunction function = function(request -> {
            throw new LlmException(limited, Duration.ofSeconds(7));
        });

        assertThat(function.call(synthesized("offline"), attempt))
                .isEqualTo(new CallOutcome.Failure<>(limited, Duration.ofSeconds(7)));
    }

    @Test
    void anAnswerThatBreaksTheRulesIsAFailureThatKeepsIt() throws Exception {
        LlmAnswer answer = LlmAnswer.withoutProvider(new Json().mapper().readTree("{}"), "model-7", Duration.ZERO);

        CallOutcome<DiagnosticsResult> outcome = function(request -> answer).call(synthesized("offline"), attempt);

        assertThat(outcome).isInstanceOfSatisfying(CallOutcome.Failure.class, failure -> {
            assertThat(failure.failure().errorType()).isEqualTo(ErrorType.LLM_INVALID_ANSWER);
            assertThat(failure.failure().rawAnswer()).isEqualTo("{}");
        });
    }

    @Test
    void aProviderThatIsHeldBackHoldsItsLaneAndCostsNoAttempt() throws Exception {
        DiagnosticsFunction function = function(request -> {
            throw new ProviderHeldException(ErrorType.LLM_UNAVAILABLE, "gemini is down", Duration.ofSeconds(15));
        });

        assertThat(function.call(synthesized("offline"), attempt))
                .isEqualTo(new CallOutcome.LaneHeld<>(Duration.ofSeconds(15)));
    }

    private static DiagnosticsFunction function(LlmClient client) {
        return new DiagnosticsFunction(
                new LlmClients(client, provider -> {
                    throw new LlmException(CallFailure.permanent(ErrorType.PROVIDER_NOT_CONFIGURED, "set its key"));
                }),
                CONFIG.guide());
    }

    private static SynthesizedTicket synthesized(String provider) {
        return new SynthesizedTicket(request(provider), HEADER, SYNTHESIS, EVIDENCE, List.of(), List.of());
    }

    private static TicketRequest request(String provider) {
        return new TicketRequest(
                "run:78788:1", "78788", "1", "run", AnalysisType.BOTH, provider, new PromptVersions(3, 4, 5), T0);
    }
}
