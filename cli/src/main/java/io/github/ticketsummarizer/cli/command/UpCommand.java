package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.local.EmbeddedPipeline;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.HealthServer;
import io.github.ticketsummarizer.telemetry.sdk.Telemetry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The embedded broker and the services, kept running. */
@Command(
        name = "up",
        description = {
            "Start a Kafka broker and the five services on this machine.",
            "They run until interrupted, for kcat and other clients, for submit and for watch."
        })
final class UpCommand implements Callable<Integer> {
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final int DEFAULT_HTTP_PORT = 8080;
    private static final int LARGEST_PORT = 65_535;

    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--port", paramLabel = "PORT", description = "The broker's port. Default: ${DEFAULT-VALUE}.")
    private int port = 9092;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--broker-only", description = "Start the broker and make the topics, and no service.")
    private boolean brokerOnly;

    @Mixin
    private final TicketsOption tickets = new TicketsOption();

    UpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        tickets.check(options.load(context, Map.of()).text(SettingsOptions.KAFKA));
        Settings settings = options.loadWithoutKafka(context, TicketsOption.flags(tickets.path()));
        int httpPort = settings.wholeNumber("HTTP_PORT", DEFAULT_HTTP_PORT, 0, LARGEST_PORT);
        try (Telemetry telemetry = Telemetry.start(settings, "ticket-summarizer");
                EmbeddedPipeline pipeline =
                        new EmbeddedPipeline(data.folder(settings), port, settings, telemetry.tracing())) {
            if (brokerOnly) {
                settings.requireValid();
                pipeline.startBroker();
                sayReady(pipeline);
                awaitInterruption(pipeline);
            } else {
                serve(pipeline, httpPort, telemetry);
            }
        }
        return ExitCode.OK.code();
    }

    private void serve(EmbeddedPipeline pipeline, int httpPort, Telemetry telemetry) throws InterruptedException {
        pipeline.start();
        try (HealthServer health = new HealthServer(httpPort, pipeline.services(), telemetry)) {
            health.start();
            sayReady(pipeline);
            context.say("health at http://localhost:%d/health/ready".formatted(health.port()));
            awaitInterruption(pipeline);
        }
    }

    private void sayReady(EmbeddedPipeline pipeline) {
        context.say(
                "Kafka at %s, until Ctrl-C".formatted(pipeline.kafkaSettings().bootstrapServers()));
    }

    private void awaitInterruption(EmbeddedPipeline pipeline) throws InterruptedException {
        while (!context.interruption().await(LOOK_INTERVAL)) {
            EmbeddedCluster.requireHealthy(pipeline);
        }
        context.say("stopping…");
    }
}
