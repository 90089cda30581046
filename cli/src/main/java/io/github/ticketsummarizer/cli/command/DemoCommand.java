package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketCsv;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The sample tickets through everything, with no key and no set-up. */
@Command(
        name = "demo",
        description = {
            "Analyze the sample tickets, with no key and no set-up.",
            "A real Kafka broker and the five services run inside this process, with both analyses and the offline"
                    + " baseline. Nothing is kept but the reports."
        })
final class DemoCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path samples = context.home().resolve("samples");
        if (!Files.isDirectory(samples)) {
            throw new CliException(
                    ExitCode.USAGE,
                    "%s: the samples are not there; start ticket-summarizer from the folder it was cloned to"
                            .formatted(samples));
        }
        NewRun run = new NewRun(
                TicketCsv.read(samples.resolve("tickets.csv"), Integer.MAX_VALUE),
                AnalysisType.BOTH,
                LlmProvider.OFFLINE.wireName(),
                PromptVersions.DEFAULT,
                "samples/tickets.csv",
                reports.zone(context),
                reports.folder(context),
                samples.resolve("tickets"),
                null);
        Settings settings = options.loadWithoutKafka(context, TicketsOption.flags(run.ticketsPath()));
        try (TemporaryFolder data = TemporaryFolder.create("ticket-summarizer-demo")) {
            return run.start(
                            context,
                            data.path(),
                            () -> EmbeddedCluster.start(data.path(), settings),
                            runId -> "the demo cannot go on with it; start it anew",
                            new RunOutputs(context))
                    .code();
        }
    }
}
