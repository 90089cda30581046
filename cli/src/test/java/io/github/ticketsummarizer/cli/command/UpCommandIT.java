package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void theBrokerServesItsPortAndItsDataFolderUntilItIsInterrupted() throws Exception {
        String port = Integer.toString(freePort());
        CommandRunner up = new CommandRunner(folder);
        CompletableFuture<CommandRunner.Result> running =
                CompletableFuture.supplyAsync(() -> up.run("up", "--broker-only", "--port", port));
        await().atMost(PATIENCE).until(() -> up.err().contains("until Ctrl-C"));

        CommandRunner.Result topics = new CommandRunner(folder)
                .with("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + port)
                .run("topics", "create", "--partitions", "4");
        assertThat(topics)
                .isEqualTo(new CommandRunner.Result(0, "", "11 topics were there already" + System.lineSeparator()));

        CommandRunner.Result samePort = new CommandRunner(folder)
                .run(
                        "up",
                        "--broker-only",
                        "--port",
                        port,
                        "--data",
                        folder.resolve("other").toString());
        assertThat(samePort.exitCode()).isEqualTo(2);
        assertThat(samePort.err().lines()).hasSize(1).first().asString().contains(port, "--port");

        Path input = Files.writeString(folder.resolve("in.csv"), "Zendesk Tickets ID\n78788\n");
        CommandRunner.Result sameData = new CommandRunner(folder)
                .run(
                        "run",
                        "--input",
                        input.toString(),
                        "--analysis-type",
                        "pod",
                        "--model-provider",
                        "offline",
                        "--tickets",
                        folder.toString());
        assertThat(sameData.exitCode()).isEqualTo(2);
        assertThat(sameData.err().lines()).hasSize(1).first().asString().contains("--data");
        assertThat(folder.resolve("state/ticket-summarizer/runs")).isEmptyDirectory();

        up.interrupt();
        CommandRunner.Result result = running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
