package io.github.ticketsummarizer.llm.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.chat.AnswerSchema;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.config.PriceFiles;
import io.github.ticketsummarizer.llm.cost.PriceList;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.metric.ProviderMetrics;
import io.github.ticketsummarizer.telemetry.span.SpanError;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spans of calls whose answer is of no use and is paid for all the same, by each adapter. */
class PaidFailureSpansTest {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Tracing tracing = new Tracing(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build());
    private final PriceList prices = new PriceFiles(ConfigFolder.from(new Settings(Map.of()))).load();
    private final FakeLlm fake = new FakeLlm(Duration.ZERO);

    @BeforeEach
    void start() throws IOException {
        fake.start(0);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @MethodSource("paidFaults")
    void anAnswerOfNoUseIsAnErrorThatTellsWhatItTook(LlmProvider provider, LlmFault fault) throws LlmException {
        ChatModel model = model(provider);
        fake.misbehave(fault);

        LlmException failed = catchThrowableOfType(LlmException.class, () -> model.ask(request()));

        SpanData span = exporter.getFinishedSpanItems().getFirst();
        SpanError error = SpanError.of(failed.failure());
        LlmAnswer paid = Objects.requireNonNull(failed.paid());
        assertThat(span.getStatus())
                .isEqualTo(StatusData.create(StatusData.error().getStatusCode(), error.message()));
        assertThat(span.getEvents()).singleElement().satisfies(event -> {
            assertThat(event.getName()).isEqualTo("exception");
            assertThat(event.getAttributes()).isEqualTo(Tracing.exception(error));
        });
        assertThat(attributes(span))
                .containsEntry("error.type", error.type())
                .containsEntry("error.message", error.message())
                .containsEntry("llm.model_name", paid.model())
                .containsEntry("llm.token_count.prompt", paid.usage().input())
                .containsEntry("llm.token_count.completion", paid.usage().output())
                .containsEntry("llm.cost.total", prices.cost(provider, paid.model(), paid.usage()))
                .containsKeys("llm.token_count.total", "output.value");
    }

    @Test
    void aPromptThatIsBlockedIsPaidForAndNothingWasWritten() throws LlmException {
        ChatModel model = model(LlmProvider.GEMINI);
        fake.misbehave(LlmFault.CONTENT_FILTER);

        LlmException failed = catchThrowableOfType(LlmException.class, () -> model.ask(request()));

        assertThat(Objects.requireNonNull(failed.paid()).usage()).isEqualTo(new TokenUsage(10L, null, null, 0L, null));
        assertThat(attributes(exporter.getFinishedSpanItems().getFirst()))
                .containsEntry("llm.token_count.prompt", 10L)
                .containsEntry("llm.token_count.completion", 0L)
                .containsEntry("llm.token_count.total", 10L)
                .containsEntry("llm.cost.total", 10 * 0.30 / 1_000_000);
    }

    private static Stream<Arguments> paidFaults() {
        Stream<Arguments> ofAll = LlmProvider.withModels().stream()
                .flatMap(provider ->
                        Stream.of(LlmFault.REFUSAL, LlmFault.NO_TEXT).map(fault -> Arguments.of(provider, fault)));
        return Stream.concat(ofAll, Stream.of(Arguments.of(LlmProvider.GEMINI, LlmFault.CONTENT_FILTER)));
    }

    private ChatModel model(LlmProvider provider) throws LlmException {
        Settings settings = new Settings(fake.settings().get(provider.wireName()));
        ChatModels models = new ChatModels(
                settings,
                (definition, account, model) -> new TracedModel(model, account, definition.names(), prices, tracing),
                ProviderMetrics.none());
        return models.model(provider);
    }

    private static ChatRequest request() {
        return new ChatRequest(
                "Be brief.",
                List.of(ChatTurn.user("The campaign did not show.")),
                new AnswerSchema("answer", JsonNodeFactory.instance.objectNode()));
    }

    private static Map<String, Object> attributes(SpanData span) {
        Map<String, Object> attributes = new HashMap<>();
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
        return attributes;
    }
}
