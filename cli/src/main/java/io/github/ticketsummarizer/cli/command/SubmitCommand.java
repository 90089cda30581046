package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketList;
import io.github.ticketsummarizer.cli.run.RunFolder;
import io.github.ticketsummarizer.cli.run.RunSubmission;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.zendesk.backfill.BackfillQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a run and does not wait for it. */
@Command(
        name = "submit",
        description = {
            "Send tickets to a Kafka, print the run's id, and do not wait.",
            "The Kafka is that of KAFKA_BOOTSTRAP_SERVERS, else localhost:9092. 'watch RUN_ID' shows how far the run is;"
                    + " 'run --resume RUN_ID' awaits it and writes the reports.",
            "The tickets are named by their ids, or found by Zendesk: --search and --updated-since send them as they are"
                    + " found. Without --analysis-type it is DEFAULT_ANALYSIS_TYPE, else both."
        })
final class SubmitCommand implements Callable<Integer> {
    private static final String DEFAULT_ADDRESS = "localhost:9092";
    private static final Set<String> BESIDE_RESUME = Set.of("--resume", "--config", "--data");

    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Ticket ids. Without any: standard input, an id a line.")
    private List<String> ids = List.of();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final BackfillOptions backfill = new BackfillOptions();

    @Option(
            names = "--resume",
            paramLabel = "RUN_ID",
            description = "Go on with the --search or --updated-since of this run where it stopped.")
    private @Nullable String resume;

    @Mixin
    private final AnalysisTypeOption analysisType = new AnalysisTypeOption();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec command;

    SubmitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = options.load(context, Map.of());
        Path dataFolder = data.folder(settings);
        Optional<BackfillQuery> query = backfill.query(context.clock());
        if (resume == null && query.isEmpty()) {
            return submitListed(settings, dataFolder).code();
        }
        requireNoIds();
        return (resume == null ? find(query.orElseThrow(), settings, dataFolder) : goOn(resume, settings, dataFolder))
                .code();
    }

    private ExitCode submitListed(Settings settings, Path dataFolder) throws IOException {
        NewRun run = newRun(tickets(), settings);
        try (RemoteCluster cluster = RemoteCluster.connect(settings, context.json())) {
            run.sayNotes(context);
            try (RunFolder folder = run.keep(context, dataFolder)) {
                return submit(folder, cluster);
            }
        }
    }

    private ExitCode find(BackfillQuery query, Settings settings, Path dataFolder)
            throws IOException, InterruptedException {
        NewRun run = newRun(new TicketList(List.of(), List.of()), settings);
        try (BackfillFlow flow = BackfillFlow.of(context, settings);
                RunFolder folder = run.keep(context, dataFolder, query)) {
            return flow.run(folder, howToGoOn(folder.manifest().run().runId()));
        }
    }

    private ExitCode goOn(String runId, Settings settings, Path dataFolder) throws IOException, InterruptedException {
        ResumeRule.check(Objects.requireNonNull(command), BESIDE_RESUME);
        try (RunFolder folder = RunFolder.open(dataFolder, context.json(), runId)) {
            if (!folder.isBackfill()) {
                throw CliException.usage(
                        "run %s has no --search or --updated-since to go on with; ticket-summarizer run --resume %s sends what is missing"
                                .formatted(runId, runId));
            }
            Map<String, String> kafka = Map.of(
                    SettingsOptions.KAFKA, String.valueOf(folder.manifest().bootstrapServers()));
            boolean isNamed = settings.text(SettingsOptions.KAFKA) != null;
            try (BackfillFlow flow = BackfillFlow.of(context, isNamed ? settings : options.load(context, kafka))) {
                return flow.run(folder, howToGoOn(runId));
            }
        }
    }

    private void requireNoIds() {
        if (input.isFileGiven() || input.isLimitGiven() || !ids.isEmpty()) {
            throw CliException.usage("Zendesk finds the tickets; leave out ids, --input and --limit");
        }
    }

    private String howToGoOn(String runId) {
        return "go on with: ticket-summarizer submit --resume %s%s".formatted(runId, data.toGoOn());
    }

    private NewRun newRun(TicketList tickets, Settings settings) {
        AnalysisType named = analysisType.type();
        return new NewRun(
                tickets,
                named == null
                        ? settings.choice("DEFAULT_ANALYSIS_TYPE", AnalysisType.BOTH, AnalysisType::fromName)
                        : named,
                model.remoteProvider(settings),
                model.remotePrompts(),
                input.name(),
                context.clock().getZone(),
                context.workingFolder().resolve("output"),
                null,
                settings.text(SettingsOptions.KAFKA, DEFAULT_ADDRESS));
    }

    private ExitCode submit(RunFolder folder, RemoteCluster cluster) throws IOException {
        Run run = folder.manifest().run();
        RunEstimates.say(context, folder, cluster, folder.tickets());
        RunSubmission.send(folder, cluster, context.json(), context.interruption());
        context.print(run.runId() + System.lineSeparator());
        if (context.interruption().isRequested()) {
            context.say("not all tickets were sent; send the rest with: ticket-summarizer run --resume " + run.runId());
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.OK;
    }

    private TicketList tickets() throws IOException {
        if (input.isFileGiven() && !ids.isEmpty()) {
            throw CliException.usage("give ticket ids or --input, not both");
        }
        if (input.isFileGiven()) {
            return input.read();
        }
        if (input.isLimitGiven()) {
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
