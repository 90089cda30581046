package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeZendeskCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ADDRESS =
            Pattern.compile("export ZENDESK_BASE_URL=(http://127\\.0\\.0\\.1:(\\d+))\\R");

    @TempDir
    Path folder;

    @Test
    void itServesTheSamplesUntilInterruptedAndTellsHowToReachIt() throws Exception {
        CommandRunner command = new CommandRunner(folder);
        CompletableFuture<CommandRunner.Result> running = start(command, "fake-zendesk", "--port", "0", "--limit", "1");
        Matcher address = awaitAddress(command);

        assertThat(status(address.group(1) + "/api/v2/tickets/78788")).isEqualTo(200);
        assertThat(status(address.group(1) + "/api/v2/tickets/78788")).isEqualTo(429);
        CommandRunner.Result taken = new CommandRunner(folder).run("fake-zendesk", "--port", address.group(2));
        assertThat(taken)
                .isEqualTo(new CommandRunner.Result(
                        2,
                        "",
                        ("ticket-summarizer: port %s cannot be had at 127.0.0.1 (Address already in use); choose another with --port,"
                                        + " or 0 for any that is free%n")
                                .formatted(address.group(2))));

        command.interrupt();
        CommandRunner.Result result = running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("export ZENDESK_CLIENT_ID=fake-client", "export ZENDESK_CLIENT_SECRET=fake-secret");
        assertThat(result.err().lines())
                .containsExactly(
                        "a stand-in for Zendesk at %s, until Ctrl-C".formatted(address.group(1)),
                        "it was asked 2 times, at most 2 times in a minute");
    }

    @Test
    void itMakesUpAsManyTicketsAsAreWanted() throws Exception {
        CommandRunner command = new CommandRunner(folder);
        CompletableFuture<CommandRunner.Result> running =
                start(command, "fake-zendesk", "--port", "0", "--made-up", "2");
        Matcher address = awaitAddress(command);

        assertThat(status(address.group(1) + "/api/v2/tickets/500002")).isEqualTo(200);
        assertThat(status(address.group(1) + "/api/v2/tickets/78788")).isEqualTo(404);

        command.interrupt();
        assertThat(running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).exitCode())
                .isZero();
    }

    @Test
    void itAnswersOtherMachinesWhereItIsToldTo() throws Exception {
        CommandRunner command = new CommandRunner(folder);
        CompletableFuture<CommandRunner.Result> running =
                start(command, "fake-zendesk", "--port", "0", "--listen", "0.0.0.0");
        Matcher address = awaitAddress(command);

        // An address that it does not answer at by default.
        String other = "http://127.0.0.2:" + address.group(2);
        HttpResponse<String> page = ask(other + "/api/v2/tickets/78788/comments?page%5Bsize%5D=1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("\"next\":\"" + other + "/");

        command.interrupt();
        assertThat(running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).exitCode())
                .isZero();
    }

    private static Matcher awaitAddress(CommandRunner command) {
        return await().atMost(PATIENCE).until(() -> ADDRESS.matcher(command.out()), Matcher::find);
    }

    private static int status(String url) throws Exception {
        return ask(url).statusCode();
    }

    private static HttpResponse<String> ask(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer fake-token")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static CompletableFuture<CommandRunner.Result> start(CommandRunner command, String... arguments) {
        return CompletableFuture.supplyAsync(() -> command.run(arguments));
    }
}
