package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.output.RunSummaryText;
import io.github.ticketsummarizer.cli.run.RunIds;
import io.github.ticketsummarizer.cli.run.RunWatch;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the progress of a run that was sent earlier, by anybody. */
@Command(
        name = "watch",
        description = {
            "Show the progress of a run until it is complete.",
            "It is looked for on the Kafka of KAFKA_BOOTSTRAP_SERVERS, else localhost:9092."
        })
final class WatchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "RUN_ID", description = "The id that 'submit' printed.")
    private String runId = "";

    WatchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        RunIds.startOf(runId);
        Settings settings = options.load(context, Map.of());
        RemoteCluster cluster = RemoteCluster.connect(settings, context.json());
        RunWatch watch = new RunWatch(
                cluster.kafka(),
                context.json(),
                context.progressView(),
                context::say,
                context.interruption(),
                context.clock());
        RunWatch.Result result = watch.until(runId);
        context.print(new RunSummaryText(result.facts(), result.totals()).of(List.of()));
        if (result.totals().unfinished() > 0) {
            return ExitCode.INTERRUPTED.code();
        }
        return (result.totals().hasFailures() ? ExitCode.FAILED_TICKETS : ExitCode.OK).code();
    }
}
