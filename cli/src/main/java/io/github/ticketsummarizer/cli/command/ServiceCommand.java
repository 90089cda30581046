package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.local.ServiceName;
import io.github.ticketsummarizer.streams.runtime.ServiceMain;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One service as this process. */
@Command(
        name = "service",
        description = {
            "Run one service until SIGTERM.",
            "It works on the Kafka of KAFKA_BOOTSTRAP_SERVERS, else localhost:9092, and answers"
                    + " /health/live and /health/ready on HTTP_PORT, else 8080."
        })
final class ServiceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Candidates.Services.class,
            description = "fetcher, synthesis, pod, diagnostics or aggregator.")
    private @Nullable ServiceName name;

    ServiceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (name == null) {
            throw new IllegalStateException("picocli requires the name");
        }
        return new ServiceMain(options.load(context, Map.of()), context.err())
                .run(name.wireName(), name.factory())
                .code();
    }
}
