package io.github.ticketsummarizer.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.chat.AnswerSchema;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter must do, through the provider's own library, against a server of its wire format that misbehaves. */
@Timeout(60)
abstract class ChatModelContract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TICKET = """
        [ticket data]
        [comment 1 of 1 | public | Ada | 2026-11-02]
        The campaign did not show because the rule pointed at an element that is gone.
        [end comment 1]
        [end ticket data]
        """;
    private static final AnswerSchema SCHEMA = new AnswerSchema("ticket_categorization", schema());
    /** What the fake counts for a text. */
    private static final int CHARS_A_TOKEN = 4;

    private static final long REASONING = 12;

    private final FakeLlm fake = new FakeLlm(Duration.ZERO);

    abstract LlmProvider provider();

    /** The endpoint of the fake at which the adapter must arrive. */
    String endpoint() {
        return provider().wireName();
    }

    /** What is set beside where the fake is. */
    Map<String, String> moreSettings() {
        return Map.of();
    }

    /** Whether a setting for the temperature is taken. */
    boolean takesTemperature() {
        return true;
    }

    /** Whether the API counts what it wrote to its cache apart from the rest of the input. */
    boolean countsCacheWrites() {
        return false;
    }

    /** The model that the fake answers in the name of. */
    abstract String answeringModel();

    @BeforeEach
    void start() throws IOException {
        fake.start(0);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void anAnswerComesWithItsModelItsIdAndWhatItTook() throws Exception {
        ChatAnswer answer = model().ask(request("Be brief."));

        JsonNode content = JSON.readTree(answer.text());
        assertThat(content.path("reasoning").asText()).contains("element that is gone");
        assertThat(content.path("confidence").asText()).isIn("confident", "not confident");
        assertThat(answer.finish()).isEqualTo(ChatAnswer.Finish.COMPLETE);
        assertThat(answer.model()).isEqualTo(answeringModel());
        assertThat(answer.requestId()).matches("(req-|req_|response-)1");
        assertThat(answer.duration()).isPositive();
        assertThat(answer.usage())
                .isEqualTo(new TokenUsage(
                        tokens("Be brief.") + tokens(TICKET),
                        0L,
                        countsCacheWrites() ? 0L : null,
                        tokens(answer.text()) + REASONING,
                        REASONING));
    }

    @Test
    void whatCameFromTheCacheIsCountedOnce() throws Exception {
        String system = "Judge the ticket by these rules. ".repeat(200);
        ChatModel model = model();

        TokenUsage first = model.ask(request(system)).usage();
        TokenUsage second = model.ask(request(system)).usage();

        long input = tokens(system) + tokens(TICKET);
        assertThat(first.input()).isEqualTo(input);
        assertThat(first.cacheWrite()).isEqualTo(countsCacheWrites() ? tokens(system) : null);
        assertThat(second.input()).isEqualTo(input);
        assertThat(second.cachedInput()).isEqualTo(tokens(system));
    }

    @Test
    void anEarlierAnswerIsPartOfTheConversation() throws Exception {
        ChatRequest repair = new ChatRequest(
                "Be brief.",
                List.of(ChatTurn.user(TICKET), ChatTurn.assistant("{}"), ChatTurn.user("A field is missing.")),
                SCHEMA);

        assertThat(model().ask(repair).finish()).isEqualTo(ChatAnswer.Finish.COMPLETE);
        assertThat(fake.log().exchanges(endpoint()))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.request().body())
                        .contains("A field is missing.")
                        .doesNotContain("temperature"));
    }

    @Test
    void aTemperatureIsSentWhereOneIsSet() throws Exception {
        if (!takesTemperature()) {
            return;
        }
        model(Map.of(provider().settingsPrefix() + "_TEMPERATURE", "0.5")).ask(request("Be brief."));

        JsonNode body = fake.log().exchanges().getFirst().request().json();
        assertThat(body.findValue("temperature").asDouble()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED,      LLM_RATE_LIMITED,    true,  PT2S",
        "RATE_LIMITED_MS,   LLM_RATE_LIMITED,    true,  PT1.5S",
        "RATE_LIMITED_DATE, LLM_RATE_LIMITED,    true,  PT30S",
        "CONTENT_FILTER,    LLM_BLOCKED,         false,",
        "REFUSAL,           LLM_BLOCKED,         false,",
        "INTEGER_CODE,      LLM_BAD_REQUEST,     false,",
        "ECHO,              LLM_BAD_REQUEST,     false,",
        "WRONG_KEY,         LLM_AUTH,            false,",
        "NOT_FOUND,         LLM_BAD_REQUEST,     false,",
        "HTML,              LLM_UNAVAILABLE,     true,",
        "OVERLOADED,        LLM_UNAVAILABLE,     true,",
        "RESET,             LLM_UNAVAILABLE,     true,",
        "CUT_OFF,           LLM_UNAVAILABLE,     true,",
        "JUNK,              LLM_UNAVAILABLE,     true,",
        "EMPTY,             LLM_UNAVAILABLE,     true,",
        "TRUNCATED,         LLM_UNAVAILABLE,     true,",
        "NO_TEXT,           LLM_INVALID_ANSWER,  true,",
        "HANG,              LLM_TIMEOUT,         true,"
    })
    void aFaultIsNamedAfterOneAttempt(LlmFault fault, ErrorType type, boolean retryable, @Nullable Duration wait)
            throws LlmException {
        ChatModel model = model(Map.of(provider().settingsPrefix() + "_CALL_TIMEOUT", timeout(fault)));
        fake.misbehave(fault);

        LlmException failed = catchThrowableOfType(LlmException.class, () -> model.ask(request("Be brief.")));

        assertThat(failed.failure().errorType()).isEqualTo(type);
        assertThat(failed.failure().retryable()).isEqualTo(retryable);
        assertThat(failed.retryAfter()).isEqualTo(wait);
        assertThat(failed.failure().message()).doesNotContain("campaign", "Be brief", FakeLlm.KEY);
        assertThat(fake.log().count()).isEqualTo(1);
    }

    private static String timeout(LlmFault fault) {
        return fault == LlmFault.HANG ? "1s" : "50s";
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSAL", "NO_TEXT"})
    void anAnswerThatIsOfNoUseIsPaidForAllTheSame(LlmFault fault) throws LlmException {
        ChatModel model = model();
        fake.misbehave(fault);

        LlmException failed = catchThrowableOfType(LlmException.class, () -> model.ask(request("Be brief.")));

        assertThat(failed.paid()).satisfies(paid -> {
            assertThat(paid.model()).isEqualTo(answeringModel());
            assertThat(paid.usage().input()).isEqualTo(tokens("Be brief.") + tokens(TICKET));
            assertThat(paid.usage().output()).isPositive();
        });
    }

    @Test
    void aQuotaThatIsUsedUpIsNotTriedAgain() throws LlmException {
        ChatModel model = model();
        fake.misbehave(LlmFault.QUOTA);

        LlmException failed = catchThrowableOfType(LlmException.class, () -> model.ask(request("Be brief.")));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_QUOTA_EXHAUSTED);
        assertThat(failed.failure().retryable()).isFalse();
    }

    @Test
    void aTextThatTheLimitCutSaysSo() throws Exception {
        ChatModel model = model();
        fake.misbehave(LlmFault.OUTPUT_LIMIT);

        ChatAnswer answer = model.ask(request("Be brief."));

        assertThat(answer.finish()).isEqualTo(ChatAnswer.Finish.LENGTH);
        assertThat(answer.text()).startsWith("{").doesNotEndWith("}");
    }

    @Test
    void anEndingThatNobodyKnowsYetIsAnAnswer() throws Exception {
        ChatModel model = model();
        fake.misbehave(LlmFault.UNKNOWN_FINISH);

        assertThat(model.ask(request("Be brief.")).finish()).isEqualTo(ChatAnswer.Finish.COMPLETE);
    }

    @ParameterizedTest
    @EnumSource(
            value = LlmFault.class,
            names = {"RESET", "CUT_OFF", "HTML", "JUNK", "OVERLOADED"})
    void theNextCallIsNoWorseForAFault(LlmFault fault) throws Exception {
        ChatModel model = model();
        fake.misbehave(fault);

        assertThatThrownBy(() -> model.ask(request("Be brief."))).isInstanceOf(LlmException.class);
        assertThat(model.ask(request("Be brief.")).finish()).isEqualTo(ChatAnswer.Finish.COMPLETE);
    }

    /** OkHttp sends a request again by itself where it found that a connection which was kept has gone. */
    @Test
    void aCallOnAConnectionThatWasKeptIsOneAttemptToo() throws Exception {
        ChatModel model = model();
        model.ask(request("Be brief."));
        fake.misbehave(LlmFault.RESET);

        assertThatThrownBy(() -> model.ask(request("Be brief."))).isInstanceOf(LlmException.class);
        assertThat(fake.log().count()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsNotTakenIsNamed() {
        LlmException failed = catchThrowableOfType(
                LlmException.class,
                () -> model(Map.of(provider().settingsPrefix() + "_API_KEY", "wrong-key"))
                        .ask(request("Be brief.")));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_AUTH);
        assertThat(failed.failure().message()).doesNotContain("wrong-key");
    }

    @Test
    void aServerThatIsNotThereMayComeBack() throws LlmException {
        ChatModel model = model();
        fake.close();

        LlmException failed = catchThrowableOfType(LlmException.class, () -> model.ask(request("Be brief.")));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_UNAVAILABLE);
        assertThat(failed.failure().retryable()).isTrue();
    }

    @Test
    void manyCallsAreInTheAirAtOnce() throws Exception {
        // The libraries' own limits are 5 and 64.
        CountDownLatch together = new CountDownLatch(65);
        try (FakeLlm waiting = new FakeLlm(Duration.ZERO);
                ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            waiting.start(0);
            waiting.follow((system, ticket, schema) -> plausibleOnceHereAre(together));
            ChatModel model = modelOf(waiting, Map.of());
            List<Future<ChatAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                answers.add(calls.submit(() -> model.ask(request("Be brief."))));
            }

            for (Future<ChatAnswer> answer : answers) {
                assertThat(answer.get().finish()).isEqualTo(ChatAnswer.Finish.COMPLETE);
            }
            assertThat(waiting.log().maxInFlight()).isGreaterThan(64);
            assertThat(waiting.log().count()).isEqualTo(300);
        }
    }

    /** Keeps a call in the air until the others are there too, or will not come. */
    private static @Nullable String plausibleOnceHereAre(CountDownLatch others) {
        others.countDown();
        try {
            others.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    @Test
    void anInterruptClosesTheSocket() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            ChatModel model = model(at(url));
            CompletableFuture<@Nullable Exception> ended = new CompletableFuture<>();
            Thread call = Thread.ofVirtual().start(() -> ended.complete(failure(model)));
            try (Socket connection = silent.accept()) {
                assertThat(connection.getInputStream().read()).isEqualTo('P');
                call.interrupt();

                assertThat(ended.get()).isInstanceOf(InterruptedException.class);
                assertThat(connection.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
    }

    private @Nullable Exception failure(ChatModel model) {
        try {
            model.ask(request("Be brief."));
            return null;
        } catch (LlmException | InterruptedException e) {
            return e;
        }
    }

    private Map<String, String> at(URI url) {
        Map<String, String> settings = new HashMap<>();
        fake.settings()
                .get(provider().wireName())
                .forEach((name, value) ->
                        settings.put(name, value.replace(fake.url().toString(), url.toString())));
        return settings;
    }

    private ChatModel model() throws LlmException {
        return model(Map.of());
    }

    private ChatModel model(Map<String, String> more) throws LlmException {
        return modelOf(fake, more);
    }

    private ChatModel modelOf(FakeLlm server, Map<String, String> more) throws LlmException {
        Map<String, String> values =
                new HashMap<>(server.settings().get(provider().wireName()));
        values.putAll(moreSettings());
        values.putAll(more);
        Settings settings = new Settings(values);
        ChatModels models = new ChatModels(settings);
        settings.requireValid();
        return models.model(provider());
    }

    static ChatRequest request(String system) {
        return new ChatRequest(system, List.of(ChatTurn.user(TICKET)), SCHEMA);
    }

    private static long tokens(String text) {
        return Math.ceilDiv(text.length(), CHARS_A_TOKEN);
    }

    private static JsonNode schema() {
        String schema = """
            {"type": "object", "additionalProperties": false, "required": ["reasoning", "confidence"],
             "properties": {"reasoning": {"type": "string"},
                            "confidence": {"type": "string", "enum": ["confident", "not confident"]}}}
            """;
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
