package io.github.ticketsummarizer.llm.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeServer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.http.Route;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.chat.AnswerSchema;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked example of docs/adding-a-provider.md compiles, stands there word for word, and works. */
class ExampleProviderTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path SOURCE =
            Path.of("src/test/java/io/github/ticketsummarizer/llm/example/ExampleDefinition.java");
    private static final ChatRequest REQUEST = new ChatRequest(
            "Be brief.",
            List.of(ChatTurn.user("A ticket.")),
            new AnswerSchema("answer", JsonNodeFactory.instance.objectNode()));

    @Test
    void theGuideShowsWhatIsCompiled() throws IOException {
        String source = Files.readString(SOURCE);
        String shown = source.substring(source.indexOf("/** A made-up provider"));

        assertThat(Files.readString(ROOT.resolve("docs/adding-a-provider.md")))
                .contains(shown.replace("OPENAI", "EXAMPLE"));
    }

    @Test
    void theExampleAnswersAndNamesFailures() throws Exception {
        Route generate = new Route("generate", "POST", "/generate", request -> FakeAnswer.json(200, """
            {"text": "{}", "model": "example-1", "id": "7", "input_tokens": 3, "output_tokens": 1}
            """));
        try (FakeServer server = new FakeServer(List.of(generate), FaultPlan.none())) {
            server.start(0);
            ChatModels models = new ChatModels(
                    new Settings(Map.of(
                            "OPENAI_API_KEY",
                            "key",
                            "OPENAI_BASE_URL",
                            server.url().toString())),
                    List.of(new ExampleDefinition()));
            ChatModel model = models.model(LlmProvider.OPENAI);

            assertThat(model.ask(REQUEST).model()).isEqualTo("example-1");

            server.faults(FaultPlan.first("generate", Fault.rateLimited(Duration.ofSeconds(3))));
            LlmException limited = catchThrowableOfType(LlmException.class, () -> model.ask(REQUEST));
            assertThat(limited.failure().errorType()).isEqualTo(ErrorType.LLM_RATE_LIMITED);
            assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        }
    }
}
