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

class OtlpSinkCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ADDRESS = Pattern.compile("receiving at (\\S+) and, by gRPC, at \\S+, until Ctrl-C");
    private static final String EXPORT = """
            {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"4bf92f3577b34da6a3ce929d0e0e4736",\
            "spanId":"00f067aa0ba902b7","name":"process_ticket"}]}]}]}""";

    @TempDir
    Path folder;

    @Test
    void itWritesALineForEachExportUntilItIsInterrupted() throws Exception {
        CommandRunner sink = new CommandRunner(folder);
        CompletableFuture<CommandRunner.Result> running = CompletableFuture.supplyAsync(
                () -> sink.run("otlp-sink", "--port", "0", "--grpc-port", "0", "--file", "spans.jsonl"));
        await().atMost(PATIENCE).until(() -> ADDRESS.matcher(sink.err()).find());
        Matcher address = ADDRESS.matcher(sink.err());
        assertThat(address.find()).isTrue();

        send(address.group(1) + "/v1/traces");
        send(address.group(1) + "/api/public/otel/v1/traces");

        assertThat(folder.resolve("spans.jsonl")).hasContent(EXPORT + "\n" + EXPORT + "\n");
        sink.interrupt();
        CommandRunner.Result result = running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("2 spans came in 2 requests");
    }

    @Test
    void itSaysWhichFolderIsMissing() {
        assertThat(new CommandRunner(folder)
                        .run("otlp-sink", "--port", "0", "--grpc-port", "0", "--file", "none/spans.jsonl")
                        .err())
                .contains("--file: " + folder.resolve("none") + " is not a folder");
    }

    private static void send(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> response = client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(EXPORT))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }
}
