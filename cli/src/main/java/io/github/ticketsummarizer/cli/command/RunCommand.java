package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.run.Cluster;
import io.github.ticketsummarizer.cli.run.RunFolder;
import io.github.ticketsummarizer.cli.run.RunManifest;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tickets in, reports out. */
@Command(
        name = "run",
        description = {
            "Analyze the tickets of a CSV file and write the reports.",
            "Without KAFKA_BOOTSTRAP_SERVERS everything runs inside this process; with it, the tickets are sent to that"
                    + " cluster and the reports of its services are awaited."
        })
final class RunCommand implements Callable<Integer> {
    private static final Set<String> BESIDE_RESUME = Set.of("--resume", "--config", "--data", "--tickets");

    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final AnalysisTypeOption analysisType = new AnalysisTypeOption();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final TicketsOption tickets = new TicketsOption();

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--resume",
            paramLabel = "RUN_ID",
            description = "Go on with a run that was interrupted: only its missing tickets are analyzed.")
    private @Nullable String resume;

    @Spec
    private @Nullable CommandSpec command;

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return (resume == null ? begin() : goOn(resume)).code();
    }

    private ExitCode begin() throws IOException {
        AnalysisType type = analysisType.type();
        if (!input.isFileGiven() || type == null) {
            throw CliException.usage("--input FILE and --analysis-type pod|diagnostics|both are needed, or --resume"
                    + " RUN_ID; see ticket-summarizer run --help");
        }
        Settings settings = options.load(context, Map.of());
        String bootstrapServers = settings.text(SettingsOptions.KAFKA);
        tickets.check(bootstrapServers);
        NewRun run = new NewRun(
                input.read(),
                type,
                bootstrapServers == null ? model.localProvider(settings) : model.remoteProvider(settings),
                bootstrapServers == null ? model.localPrompts(settings) : model.remotePrompts(),
                input.name(),
                reports.zone(context),
                reports.folder(context),
                tickets.path(),
                bootstrapServers);
        Path dataFolder = data.folder(settings);
        return run.start(
                context,
                dataFolder,
                cluster(
                        bootstrapServers,
                        dataFolder,
                        tickets.path(),
                        run.tickets().tickets()),
                this::howToGoOn,
                new RunOutputs(context));
    }

    private ExitCode goOn(String runId) throws IOException {
        ResumeRule.check(Objects.requireNonNull(command), BESIDE_RESUME);
        Settings settings = options.load(context, Map.of());
        Path dataFolder = data.folder(settings);
        try (RunFolder folder = RunFolder.open(dataFolder, context.json(), runId)) {
            if (folder.isBeingFilled()) {
                throw CliException.usage(
                        "not all tickets of run %s are found and sent; first: ticket-summarizer submit --resume %s"
                                .formatted(runId, runId));
            }
            RunManifest manifest = folder.manifest();
            String named = settings.text(SettingsOptions.KAFKA);
            String bootstrapServers = named == null ? manifest.bootstrapServers() : named;
            tickets.check(bootstrapServers);
            Path kept = manifest.ticketsPath() == null ? null : Path.of(manifest.ticketsPath());
            Path ticketsPath = tickets.path() == null ? kept : tickets.path();
            return new RunFlow(context, folder, howToGoOn(runId), new RunOutputs(context))
                    .run(cluster(bootstrapServers, dataFolder, ticketsPath, folder.tickets()));
        }
    }

    private Supplier<Cluster> cluster(
            @Nullable String bootstrapServers, Path dataFolder, @Nullable Path ticketsPath, List<TicketEntry> entries) {
        if (bootstrapServers != null) {
            Map<String, String> flags = Map.of(SettingsOptions.KAFKA, bootstrapServers);
            return () -> RemoteCluster.connect(options.load(context, flags), context.json());
        }
        Map<String, String> flags = TicketsOption.flags(ticketsPath);
        return () -> {
            new ZendeskCheck(context).require(options.load(context, flags), entries);
            return EmbeddedCluster.start(dataFolder, options.loadWithoutKafka(context, flags));
        };
    }

    private String howToGoOn(String runId) {
        return "go on with: ticket-summarizer run --resume %s%s".formatted(runId, data.toGoOn());
    }
}
