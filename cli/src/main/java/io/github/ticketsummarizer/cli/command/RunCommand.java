package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketCsv;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.run.Cluster;
import io.github.ticketsummarizer.cli.run.RunFolder;
import io.github.ticketsummarizer.cli.run.RunManifest;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tickets in, reports out. */
@Command(
        name = "run",
        description = {
            "Analyze the tickets of a CSV file and write the reports.",
            "Without KAFKA_BOOTSTRAP_SERVERS everything runs inside this process; with it, the tickets are sent to that"
                    + " cluster and the reports of its services are awaited."
        })
final class RunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "CSV file with the header 'Serial No,Ticket ID' or 'Zendesk Tickets ID'.")
    private @Nullable Path input;

    @Option(
            names = "--analysis-type",
            paramLabel = "TYPE",
            completionCandidates = Candidates.AnalysisTypes.class,
            description = "pod, diagnostics or both.")
    private @Nullable AnalysisType analysisType;

    @Option(
            names = "--model-provider",
            paramLabel = "NAME",
            completionCandidates = Candidates.Providers.class,
            description = "Who answers; offline needs no key. Default: DEFAULT_MODEL_PROVIDER, else gemini.")
    private @Nullable String modelProvider;

    @Mixin
    private final PromptOptions prompts = new PromptOptions();

    @Option(
            names = "--tickets",
            paramLabel = "FILE|DIR",
            description = "Read the tickets from JSON files instead of Zendesk.")
    private @Nullable Path tickets;

    @Option(names = "--output", paramLabel = "DIR", description = "Where the reports go. Default: output.")
    private @Nullable Path output;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N tickets of the file.")
    private @Nullable Integer limit;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            description = "Zone of the dates in the reports, such as Asia/Kolkata. Default: the system's.")
    private @Nullable ZoneId timezone;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where runs and the embedded broker are kept. Default:"
                    + " $XDG_STATE_HOME/ticket-summarizer, else ~/.local/state/ticket-summarizer.")
    private @Nullable Path data;

    @Option(
            names = "--resume",
            paramLabel = "RUN_ID",
            description = "Go on with a run that was interrupted: only its missing tickets are analyzed.")
    private @Nullable String resume;

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return (resume == null ? begin() : goOn(resume)).code();
    }

    private ExitCode begin() throws IOException {
        if (input == null || analysisType == null) {
            throw CliException.usage("--input FILE and --analysis-type pod|diagnostics|both are needed, or --resume"
                    + " RUN_ID; see ticket-summarizer run --help");
        }
        Settings settings = options.load(context, Map.of());
        String bootstrapServers = settings.text(SettingsOptions.KAFKA);
        RunChecks.tickets(tickets, bootstrapServers);
        NewRun run = new NewRun(
                TicketCsv.read(input, RunChecks.limit(limit)),
                analysisType,
                bootstrapServers == null
                        ? RunChecks.provider(modelProvider, settings)
                        : RunChecks.remoteProvider(modelProvider, settings),
                bootstrapServers == null ? prompts.knownVersions(settings) : prompts.versions(),
                input.toString(),
                timezone == null ? context.clock().getZone() : timezone,
                RunChecks.outputFolder(context.workingFolder().resolve(output == null ? Path.of("output") : output)),
                tickets,
                bootstrapServers);
        Path dataFolder = SettingsOptions.dataFolder(data, settings);
        return run.start(
                context,
                dataFolder,
                cluster(bootstrapServers, dataFolder, tickets, run.tickets().tickets()),
                this::howToGoOn,
                new RunOutputs(context));
    }

    private ExitCode goOn(String runId) throws IOException {
        requireNothingAskedAnew();
        Settings settings = options.load(context, Map.of());
        Path dataFolder = SettingsOptions.dataFolder(data, settings);
        try (RunFolder folder = RunFolder.open(dataFolder, context.json(), runId)) {
            if (folder.isBeingFilled()) {
                throw CliException.usage(
                        "not all tickets of run %s are found and sent; first: ticket-summarizer submit --resume %s"
                                .formatted(runId, runId));
            }
            RunManifest manifest = folder.manifest();
            String named = settings.text(SettingsOptions.KAFKA);
            String bootstrapServers = named == null ? manifest.bootstrapServers() : named;
            RunChecks.tickets(tickets, bootstrapServers);
            Path kept = manifest.ticketsPath() == null ? null : Path.of(manifest.ticketsPath());
            Path ticketsPath = tickets == null ? kept : tickets;
            return new RunFlow(context, folder, howToGoOn(runId), new RunOutputs(context))
                    .run(cluster(bootstrapServers, dataFolder, ticketsPath, folder.tickets()));
        }
    }

    private void requireNothingAskedAnew() {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("--input", input);
        asked.put("--analysis-type", analysisType);
        asked.put("--model-provider", modelProvider);
        asked.put("--prompt-version", prompts.isGiven() ? prompts : null);
        asked.put("--output", output);
        asked.put("--limit", limit);
        asked.put("--timezone", timezone);
        List<String> given = new ArrayList<>();
        asked.forEach((name, value) -> {
            if (value != null) {
                given.add(name);
            }
        });
        if (!given.isEmpty()) {
            throw CliException.usage(
                    "--resume goes on with the run as it was asked for; leave out " + String.join(", ", given));
        }
    }

    private Supplier<Cluster> cluster(
            @Nullable String bootstrapServers, Path dataFolder, @Nullable Path ticketsPath, List<TicketEntry> entries) {
        if (bootstrapServers != null) {
            Map<String, String> flags = Map.of(SettingsOptions.KAFKA, bootstrapServers);
            return () -> RemoteCluster.connect(options.load(context, flags), context.json());
        }
        Map<String, String> flags = SettingsOptions.ticketFlags(ticketsPath);
        return () -> {
            new ZendeskCheck(context).require(options.load(context, flags), entries);
            return EmbeddedCluster.start(dataFolder, options.loadWithoutKafka(context, flags));
        };
    }

    private String howToGoOn(String runId) {
        return "go on with: ticket-summarizer run --resume %s%s"
                .formatted(runId, data == null ? "" : " --data " + data);
    }
}
