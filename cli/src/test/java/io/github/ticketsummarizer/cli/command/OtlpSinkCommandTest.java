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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        CompletableFuture<CommandRunner.Result> running = start(sink);
        String address = address(sink);

        send(address + "/v1/traces");
        send(address + "/api/public/otel/v1/traces");

        assertThat(folder.resolve("spans.jsonl")).hasContent(EXPORT + "\n" + EXPORT + "\n");
        CommandRunner.Result result = stop(sink, running);
        assertThat(result.exitCode()).isZero();
        assertThat(result.err())
                .startsWith("export OTEL_EXPORTER_OTLP_ENDPOINT=" + address + System.lineSeparator())
                .contains("2 spans came in 2 requests");
    }

    /** Each by the settings that its documentation page names, with the sink in the place of its server. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTEL_EXPORTER_OTLP_ENDPOINT=%s",
                "TELEMETRY_PLATFORMS=opik OPIK_URL_OVERRIDE=%s",
                "TELEMETRY_PLATFORMS=opik OPIK_URL_OVERRIDE=%s/api",
                "TELEMETRY_PLATFORMS=opik OPIK_URL_OVERRIDE=%s/opik/api",
                "TELEMETRY_PLATFORMS=langsmith LANGSMITH_API_KEY=key LANGSMITH_ENDPOINT=%s",
                "TELEMETRY_PLATFORMS=braintrust BRAINTRUST_API_KEY=key BRAINTRUST_API_URL=%s",
            })
    void itTakesTheSettingsOfEachPlatform(String settings) throws Exception {
        CommandRunner sink = new CommandRunner(folder);
        CompletableFuture<CommandRunner.Result> running = start(sink);
        CommandRunner doctor = new CommandRunner(folder);
        for (String setting : settings.formatted(address(sink)).split(" ")) {
            doctor.with(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }

        CommandRunner.Result result = doctor.run("doctor", "--live", "--model-provider", "offline");

        assertThat(result.out()).contains("took a test span");
        assertThat(result.exitCode()).isZero();
        assertThat(stop(sink, running).err()).contains("2 spans came in 2 requests");
    }

    @Test
    void itSaysWhichFolderIsMissing() {
        assertThat(new CommandRunner(folder)
                        .run("otlp-sink", "--port", "0", "--grpc-port", "0", "--file", "none/spans.jsonl")
                        .err())
                .contains("--file: " + folder.resolve("none") + " is not a folder");
    }

    private static CompletableFuture<CommandRunner.Result> start(CommandRunner sink) {
        return CompletableFuture.supplyAsync(
                () -> sink.run("otlp-sink", "--port", "0", "--grpc-port", "0", "--file", "spans.jsonl"));
    }

    private static String address(CommandRunner sink) {
        await().atMost(PATIENCE).until(() -> ADDRESS.matcher(sink.err()).find());
        Matcher address = ADDRESS.matcher(sink.err());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private static CommandRunner.Result stop(CommandRunner sink, CompletableFuture<CommandRunner.Result> running)
            throws Exception {
        sink.interrupt();
        return running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
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
