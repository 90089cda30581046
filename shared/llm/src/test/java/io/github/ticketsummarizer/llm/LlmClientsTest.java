package io.github.ticketsummarizer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ticketsummarizer.llm.answer.AnswerJson;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlmClientsTest {
    private static final TicketRequest REQUEST = new TicketRequest(
            "run:1:1", "1", "1", "run", AnalysisType.BOTH, "offline", PromptVersions.FIRST, Instant.EPOCH);
    private static final TaskInput INPUT = new ThreadInput(new Ticket(
            new TicketHeader("1", "subject", "description", "url", "open", null, null, 0, CustomFields.NONE),
            List.of()));

    private final CallAccount account = new CallAccount();
    private final LlmClient offline = request -> {
        throw new AssertionError("not asked in these tests");
    };
    private final LlmClient gemini = request -> {
        throw new AssertionError("not asked in these tests");
    };
    private final LlmClients clients = new LlmClients(offline, provider -> {
        if (provider == LlmProvider.GEMINI) {
            return gemini;
        }
        throw new LlmException(CallFailure.permanent(ErrorType.PROVIDER_NOT_CONFIGURED, "set its key"));
    });

    @Test
    void offlineIsAlwaysThereAndTheOthersAreAskedForByName() throws LlmException {
        assertThat(clients.client("offline")).isSameAs(offline);
        assertThat(clients.client(" OFFLINE ")).isSameAs(offline);
        assertThat(clients.client("gemini")).isSameAs(gemini);
    }

    @Test
    void noProviderStandsInForAnother() {
        LlmException refused = catchThrowableOfType(LlmException.class, () -> clients.client("azure"));

        assertThat(refused.failure())
                .isEqualTo(CallFailure.permanent(ErrorType.PROVIDER_NOT_CONFIGURED, "set its key"));
    }

    @Test
    void anUnknownProviderListsTheKnownOnes() {
        LlmException refused = catchThrowableOfType(LlmException.class, () -> clients.client("gemeni"));

        assertThat(refused.failure())
                .isEqualTo(CallFailure.permanent(
                        ErrorType.PROVIDER_NOT_CONFIGURED,
                        "unknown model provider 'gemeni'; known: %s. ".formatted(LlmProvider.knownNames())
                                + "Choose one with --model-provider, for example --model-provider offline."));
    }

    @Test
    void anAnswerThatBreaksTheRulesIsSentBackOnceAndBothCallsAreAccountedFor() throws Exception {
        List<LlmRequest> asked = new ArrayList<>();
        LlmClients asking = new LlmClients(
                request -> {
                    asked.add(request);
                    return answer(request.repair() == null ? "{\"a\": 1}" : "{\"a\": 2}", true);
                },
                provider -> offline);

        Integer answer = asking.ask(LlmTask.SYNTHESIS, REQUEST, INPUT, LlmClientsTest::two, account);

        assertThat(answer).isEqualTo(2);
        assertThat(account.calls()).extracting(ModelCall::inputTokens).containsExactly(10L, 10L);
        assertThat(asked)
                .extracting(LlmRequest::repair)
                .containsExactly(null, new LlmRequest.Repair("{\"a\":1}", "a is not two"));
    }

    @Test
    void aSecondWrongAnswerFailsWithTheRawAnswerAndTheCalls() {
        LlmClients asking = new LlmClients(request -> answer("no idea", true), provider -> offline);

        LlmException failed = catchThrowableOfType(
                LlmException.class, () -> asking.ask(LlmTask.SYNTHESIS, REQUEST, INPUT, LlmClientsTest::two, account));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_INVALID_ANSWER);
        assertThat(failed.failure().retryable()).isFalse();
        assertThat(failed.failure().rawAnswer()).isEqualTo("no idea");
        assertThat(account.calls()).hasSize(2);
    }

    @Test
    void anAnswerThatWasCutIsNotAskedForAgain() {
        LlmClients asking = new LlmClients(request -> answer("{\"a\": 2", false), provider -> offline);

        LlmException failed = catchThrowableOfType(
                LlmException.class, () -> asking.ask(LlmTask.SYNTHESIS, REQUEST, INPUT, LlmClientsTest::two, account));

        assertThat(failed)
                .hasMessageContaining("cut at the limit of output tokens")
                .hasMessageContaining("_MAX_OUTPUT_TOKENS");
        assertThat(account.calls()).hasSize(1);
    }

    @Test
    void anAnswerThatWasPaidForAndIsOfNoUseIsAccountedFor() {
        LlmAnswer refusal = answer("", true);
        LlmClients asking = new LlmClients(
                request -> {
                    throw new LlmException(CallFailure.permanent(ErrorType.LLM_BLOCKED, "refused")).paidFor(refusal);
                },
                provider -> offline);

        LlmException failed = catchThrowableOfType(
                LlmException.class, () -> asking.ask(LlmTask.SYNTHESIS, REQUEST, INPUT, LlmClientsTest::two, account));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_BLOCKED);
        assertThat(account.calls()).containsExactly(refusal.accountedFor(LlmTask.SYNTHESIS, REQUEST));
    }

    @Test
    void aProviderThatIsHeldBackBeforeTheRepairCostsTheTicketATry() {
        LlmClients asking = new LlmClients(
                request -> {
                    if (request.repair() == null) {
                        return answer("no idea", true);
                    }
                    throw new ProviderHeldException(ErrorType.LLM_RATE_LIMITED, "used up", Duration.ofSeconds(9));
                },
                provider -> offline);

        LlmException failed = catchThrowableOfType(
                LlmException.class, () -> asking.ask(LlmTask.SYNTHESIS, REQUEST, INPUT, LlmClientsTest::two, account));

        assertThat(failed).isNotInstanceOf(ProviderHeldException.class);
        assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(account.calls()).hasSize(1);
    }

    private static LlmAnswer answer(String said, boolean complete) {
        TokenUsage usage = new TokenUsage(10L, null, null, 5L, null);
        return new LlmAnswer(new AnswerJson().read(said), complete, "model-7", "req-1", usage, null, Duration.ZERO);
    }

    private static Integer two(LlmAnswer answer) throws InvalidAnswerException {
        if (answer.content().path("a").asInt() != 2) {
            throw new InvalidAnswerException(LlmTask.SYNTHESIS, answer.rawText(), List.of("a is not two"));
        }
        return 2;
    }
}
