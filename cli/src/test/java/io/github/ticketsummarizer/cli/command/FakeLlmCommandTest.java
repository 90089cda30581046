package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeLlmCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ADDRESS = Pattern.compile("answering at (\\S+), until Ctrl-C");

    @TempDir
    Path folder;

    @Test
    void itPrintsTheSettingsThatPointToItAndAnswersUntilItIsInterrupted() throws Exception {
        CommandRunner fake = new CommandRunner(folder);
        CompletableFuture<CommandRunner.Result> running = CompletableFuture.supplyAsync(
                () -> fake.run("fake-llm", "--port", "0", "--faults", "1", "--fault-kinds", "overloaded"));
        await().atMost(PATIENCE).until(() -> ADDRESS.matcher(fake.err()).find());
        Matcher address = ADDRESS.matcher(fake.err());
        assertThat(address.find()).isTrue();
        String url = address.group(1);

        assertThat(fake.out().lines())
                .containsExactly(
                        "# --model-provider gemini",
                        "export GEMINI_API_KEY=fake-key",
                        "export GEMINI_BASE_URL=" + url,
                        "# --model-provider azure",
                        "export AZURE_OPENAI_API_KEY=fake-key",
                        "export AZURE_OPENAI_DEPLOYMENT_NAME=tickets",
                        "export AZURE_OPENAI_ENDPOINT=" + url,
                        "# --model-provider anthropic",
                        "export ANTHROPIC_API_KEY=fake-key",
                        "export ANTHROPIC_BASE_URL=" + url,
                        "# --model-provider openai",
                        "export OPENAI_API_KEY=fake-key",
                        "export OPENAI_BASE_URL=" + url + "/v1",
                        "export OPENAI_MODEL=gpt-4.1-mini");
        assertThat(status(url + "/v1/messages")).isEqualTo(529);

        fake.interrupt();
        CommandRunner.Result result = running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("1 requests came, at most 1 at one time");
    }

    @Test
    void whatCannotBeMeantIsNamed() {
        assertThat(new CommandRunner(folder).run("fake-llm", "--latency", "2").err())
                .contains("--latency: '2' is not a number with a unit");
        assertThat(new CommandRunner(folder)
                        .run("fake-llm", "--fault-kinds", "rest")
                        .err())
                .contains("unknown fault 'rest'; known: rate-limited, ");
        assertThat(new CommandRunner(folder).run("fake-llm", "--faults", "2").err())
                .contains("--faults: 2.0 is not from 0 to 1");
    }

    private static int status(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
