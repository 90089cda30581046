package io.github.ticketsummarizer.llm.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.chat.AnswerSchema;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.chat.PromptUse;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.config.PriceFiles;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracedModelTest {
    private static final ProviderAccount ACCOUNT = new ProviderAccount(
            LlmProvider.GEMINI,
            URI.create("http://localhost"),
            "key",
            "gemini-2.5-flash",
            Duration.ofSeconds(1),
            2_000,
            100_000,
            0.0);
    private static final ChatAnswer ANSWER = new ChatAnswer(
            "{\"summary\": \"Jane Doe asked again from jane@example.com\"}",
            ChatAnswer.Finish.COMPLETE,
            "gemini-2.5-flash",
            "response-1",
            new TokenUsage(1_000L, 400L, null, 200L, 60L),
            Duration.ofMillis(5));

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Tracing tracing = new Tracing(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build());

    @Test
    void aCallShowsWhatWasAskedAndAnsweredWithWhatItTook() throws Exception {
        traced(request -> ANSWER).ask(request(ChatTurn.user("Jane Doe wrote: call me at +1 202 555 0143")));

        SpanData span = exporter.getFinishedSpanItems().getFirst();
        assertThat(span.getName()).isEqualTo("chat gemini-2.5-flash");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.OK);
        assertThat(attributes(span))
                .containsEntry("openinference.span.kind", "LLM")
                .containsEntry("llm.provider", "google")
                .containsEntry("llm.system", "vertexai")
                .containsEntry("gen_ai.provider.name", "gcp.gemini")
                .containsEntry("llm.model_name", "gemini-2.5-flash")
                .containsEntry("llm.token_count.prompt", 1_000L)
                .containsEntry("llm.token_count.prompt_details.cache_read", 400L)
                .containsEntry("llm.token_count.completion", 200L)
                .containsEntry("llm.token_count.completion_details.reasoning", 60L)
                .containsEntry("llm.token_count.total", 1_200L)
                .containsEntry("gen_ai.usage.input_tokens", 1_000L)
                .containsEntry("gen_ai.response.id", "response-1")
                .containsEntry("llm.prompt_template.version", "2")
                .containsEntry("langfuse.observation.prompt.version", 2L)
                .containsEntry("repair", false)
                .containsKey("llm.cost.total");
        assertThat(attributes(span).values().toString()).doesNotContain("Jane", "jane@example.com", "555 0143");
    }

    @Test
    void aCallThatMendsAnAnswerSaysSo() throws Exception {
        traced(request -> ANSWER)
                .ask(request(ChatTurn.user("question"), ChatTurn.assistant("no JSON"), ChatTurn.user("again")));

        assertThat(attributes(exporter.getFinishedSpanItems().getFirst()))
                .containsEntry("repair", true)
                .containsEntry("llm.input_messages.2.message.role", "assistant")
                .containsEntry("llm.input_messages.3.message.content", "again");
    }

    @Test
    void aModelWithoutAPriceHasNoCost() throws Exception {
        ChatAnswer unpriced = new ChatAnswer(
                "{}", ChatAnswer.Finish.LENGTH, "unheard-of", null, ANSWER.usage(), Duration.ofMillis(5));
        traced(request -> unpriced).ask(request(ChatTurn.user("question")));

        assertThat(attributes(exporter.getFinishedSpanItems().getFirst()))
                .containsEntry("llm.model_name", "unheard-of")
                .containsEntry("llm.finish_reason", "length")
                .doesNotContainKeys("llm.cost.total", "gen_ai.usage.cost");
    }

    @Test
    void nothingCountsAsDroppedWhoeverAnswersInTheModelsName() throws Exception {
        ChatAnswer byAnother = new ChatAnswer(
                "{}", ChatAnswer.Finish.COMPLETE, "gemini-2.5-flash-002", null, ANSWER.usage(), Duration.ofMillis(5));
        traced(request -> byAnother).ask(request(ChatTurn.user("question")));

        SpanData span = exporter.getFinishedSpanItems().getFirst();
        assertThat(attributes(span))
                .containsEntry("llm.model_name", "gemini-2.5-flash-002")
                .containsEntry("gen_ai.request.model", "gemini-2.5-flash");
        assertThat(span.getTotalAttributeCount()).isEqualTo(span.getAttributes().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"summary\": \"all of it\"} | application/json",
                "{\"summary\": \"cut in the mid  | text/plain",
                "{\"a\": 1} and more words       | text/plain",
                "a sentence                     | text/plain"
            })
    void onlyWhatIsJsonCallsItselfSo(String text, String mimeType) throws Exception {
        ChatAnswer answer = new ChatAnswer(
                text, ChatAnswer.Finish.LENGTH, "gemini-2.5-flash", null, ANSWER.usage(), Duration.ofMillis(5));
        traced(request -> answer).ask(request(ChatTurn.user("question")));

        assertThat(attributes(exporter.getFinishedSpanItems().getFirst()))
                .containsEntry("output.value", text)
                .containsEntry("output.mime_type", mimeType);
    }

    @Test
    void aRefusalThatTellsNoTokensIsNotLeftForThePlatformToCount() {
        ChatAnswer nothing = new ChatAnswer(
                "", ChatAnswer.Finish.COMPLETE, "gemini-2.5-flash", null, TokenUsage.UNKNOWN, Duration.ofMillis(5));
        LlmException refused = new LlmException(
                        CallFailure.permanent(ErrorType.LLM_BLOCKED, "the model refused; try another"))
                .paidFor(LlmAnswer.of(nothing, JsonNodeFactory.instance.textNode("")));
        TracedModel model = traced(request -> {
            throw refused;
        });

        assertThatThrownBy(() -> model.ask(request(ChatTurn.user("question")))).isSameAs(refused);
        assertThat(attributes(exporter.getFinishedSpanItems().getFirst()))
                .containsEntry("error.type", "llm_blocked")
                .containsEntry("llm.token_count.prompt", 0L)
                .containsEntry("llm.token_count.completion", 0L)
                .containsEntry("llm.token_count.total", 0L)
                .doesNotContainKey("llm.cost.total");
    }

    @Test
    void aCallThatFailedShowsWhyAndThatItTookNothing() {
        LlmException down = new LlmException(
                CallFailure.transientFailure(ErrorType.LLM_UNAVAILABLE, "the provider is down; try later"));
        TracedModel model = traced(request -> {
            throw down;
        });

        assertThatThrownBy(() -> model.ask(request(ChatTurn.user("question")))).isSameAs(down);
        SpanData span = exporter.getFinishedSpanItems().getFirst();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getEvents()).extracting(EventData::getName).containsExactly("exception");
        assertThat(attributes(span))
                .containsEntry("error.type", "llm_unavailable")
                .containsEntry("llm.model_name", "gemini-2.5-flash")
                .containsEntry("llm.token_count.total", 0L)
                .doesNotContainKey("output.value");
    }

    @Test
    void aCallThatBrokeIsAnErrorToo() {
        TracedModel model = traced(request -> {
            throw new IllegalStateException("Jane Doe's ticket cannot be read");
        });

        assertThatThrownBy(() -> model.ask(request(ChatTurn.user("question"))))
                .isInstanceOf(IllegalStateException.class);
        SpanData span = exporter.getFinishedSpanItems().getFirst();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.toString()).doesNotContain("Jane Doe");
        assertThat(attributes(span))
                .containsEntry("error.type", "internal")
                .containsEntry("llm.model_name", "gemini-2.5-flash");
    }

    @Test
    void aProviderThatReadsTheTicketItselfTellsOfNobodyEither() throws Exception {
        LlmClient offline = request -> new LlmAnswer(
                JsonNodeFactory.instance.textNode("Jane Doe asked"),
                true,
                "offline-1",
                null,
                TokenUsage.UNKNOWN,
                null,
                Duration.ofMillis(1));
        AnalysisInput input = new AnalysisInput(
                new TicketHeader("1", "Sign-in", "d", "u", "open", null, null, 2, CustomFields.NONE),
                new Synthesis("Jane Doe cannot sign in", "", "", ""),
                List.of(),
                List.of("Jane Doe"));

        new TracedClient(offline, "offline-1", new ModelNames("offline", "offline", "offline"), tracing)
                .call(new LlmRequest(LlmTask.CATEGORIZATION, 1, input, null));

        assertThat(attributes(exporter.getFinishedSpanItems().getFirst())
                        .values()
                        .toString())
                .contains("[name] cannot sign in")
                .doesNotContain("Jane");
    }

    private TracedModel traced(ChatModel model) {
        return new TracedModel(
                model,
                ACCOUNT,
                new ModelNames("google", "vertexai", "gcp.gemini"),
                new PriceFiles(ConfigFolder.from(new Settings(Map.of()))).load(),
                tracing);
    }

    private static ChatRequest request(ChatTurn... turns) {
        return new ChatRequest(
                "Be brief.",
                List.of(turns),
                new AnswerSchema("answer", JsonNodeFactory.instance.objectNode()),
                new PromptUse("synthesis", 2, "Ticket {{id}}", Map.of("id", "78788"), () -> List.of("Jane Doe")));
    }

    private static Map<String, Object> attributes(SpanData span) {
        Map<String, Object> attributes = new HashMap<>();
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
        return attributes;
    }
}
