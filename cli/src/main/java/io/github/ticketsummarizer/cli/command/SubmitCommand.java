package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketCsv;
import io.github.ticketsummarizer.cli.input.TicketList;
import io.github.ticketsummarizer.cli.run.RunFolder;
import io.github.ticketsummarizer.cli.run.RunSubmission;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a run and does not wait for it. */
@Command(
        name = "submit",
        description = {
            "Send tickets to a Kafka, print the run's id, and do not wait.",
            "The Kafka is that of KAFKA_BOOTSTRAP_SERVERS, else localhost:9092. 'watch RUN_ID' shows how far the run is;"
                    + " 'run --resume RUN_ID' awaits it and writes the reports."
        })
final class SubmitCommand implements Callable<Integer> {
    private static final String DEFAULT_ADDRESS = "localhost:9092";

    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Ticket ids. Without any: standard input, an id a line.")
    private List<String> ids = List.of();

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "CSV file with the header 'Serial No,Ticket ID' or 'Zendesk Tickets ID'.")
    private @Nullable Path input;

    @Option(
            names = "--analysis-type",
            paramLabel = "TYPE",
            completionCandidates = Candidates.AnalysisTypes.class,
            description = "pod, diagnostics or both. Default: DEFAULT_ANALYSIS_TYPE, else both.")
    private @Nullable AnalysisType analysisType;

    @Option(
            names = "--model-provider",
            paramLabel = "NAME",
            completionCandidates = Candidates.Providers.class,
            description = "Who answers. Default: DEFAULT_MODEL_PROVIDER, else gemini.")
    private @Nullable String modelProvider;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N tickets of the file.")
    private @Nullable Integer limit;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the run is kept for 'run --resume'. Default: $XDG_STATE_HOME/ticket-summarizer, else"
                    + " ~/.local/state/ticket-summarizer.")
    private @Nullable Path data;

    SubmitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = options.load(context, Map.of());
        NewRun run = new NewRun(
                tickets(),
                analysisType == null
                        ? settings.choice("DEFAULT_ANALYSIS_TYPE", AnalysisType.BOTH, AnalysisType::fromName)
                        : analysisType,
                RunChecks.provider(modelProvider, settings),
                input == null ? null : input.toString(),
                context.clock().getZone(),
                context.workingFolder().resolve("output"),
                null,
                settings.text(SettingsOptions.KAFKA, DEFAULT_ADDRESS));
        RemoteCluster cluster = RemoteCluster.connect(settings, context.json());
        run.sayNotes(context);
        try (RunFolder folder = run.keep(context, SettingsOptions.dataFolder(data, settings))) {
            return submit(folder, cluster).code();
        }
    }

    private ExitCode submit(RunFolder folder, RemoteCluster cluster) throws IOException {
        Run run = folder.manifest().run();
        RunSubmission.send(folder, cluster.kafka(), context.json(), context.interruption());
        context.print(run.runId() + System.lineSeparator());
        if (context.interruption().isRequested()) {
            context.say("not all tickets were sent; send the rest with: ticket-summarizer run --resume " + run.runId());
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.OK;
    }

    private TicketList tickets() throws IOException {
        if (input != null && !ids.isEmpty()) {
            throw CliException.usage("give ticket ids or --input, not both");
        }
        if (input != null) {
            return TicketCsv.read(input, RunChecks.limit(limit));
        }
        if (limit != null) {
            throw CliException.usage("--limit goes with --input");
        }
        TicketList list = ids.isEmpty() ? standardInput() : TicketList.ofIds(ids, "argument");
        if (list.tickets().isEmpty()) {
            throw CliException.usage("no ticket id: give ids as arguments, on standard input, or a file with --input");
        }
        return list;
    }

    private TicketList standardInput() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(context.in(), StandardCharsets.UTF_8));
        return TicketList.ofIds(reader.readAllLines(), "line");
    }
}
