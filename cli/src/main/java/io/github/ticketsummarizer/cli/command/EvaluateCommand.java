package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.evaluation.EvaluationFacts;
import io.github.ticketsummarizer.cli.evaluation.EvaluationFormat;
import io.github.ticketsummarizer.cli.evaluation.LabelledTickets;
import io.github.ticketsummarizer.evaluation.Split;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How right the answers are. */
@Command(
        name = "evaluate",
        description = {
            "Measure how right the answers are, on tickets whose right answers are known.",
            "The tickets go through a real Kafka broker and the five services inside this process, with both analyses."
                    + " Nothing is kept but what is printed."
        })
final class EvaluateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            required = true,
            description = "The right answers: JSON Lines, a ticket a line; docs/evaluation.md describes them.")
    private Path labels = Path.of("");

    @Option(
            names = "--tickets",
            paramLabel = "FILE|DIR",
            required = true,
            description = "The JSON files of the labelled tickets.")
    private Path tickets = Path.of("");

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Option(
            names = "--split",
            paramLabel = "NAME",
            completionCandidates = Candidates.Splits.class,
            description = "Only the tickets labelled tune, or only those labelled held_out. Default: all.")
    private @Nullable Split split;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            completionCandidates = Candidates.EvaluationFormats.class,
            description = "table or json. Default: table.")
    private EvaluationFormat format = EvaluationFormat.TABLE;

    @Option(names = "--mistakes", description = "List the answers that are not as labelled.")
    private boolean withMistakes;

    EvaluateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        RunChecks.tickets(tickets, null);
        LabelledTickets labelled = LabelledTickets.read(labels, split, context.json());
        Settings settings = options.loadWithoutKafka(context, TicketsOption.flags(tickets));
        String provider = model.localProvider(settings);
        AnalysisConfig config = AnalysisConfig.from(settings);
        labelled.require(tickets, config.taxonomy());
        EvaluationFacts facts = new EvaluationFacts(
                labels.toString(),
                split,
                provider,
                config.taxonomy().version(),
                config.guide().version());
        try (TemporaryFolder folder = TemporaryFolder.create("ticket-summarizer-evaluate")) {
            return run(labelled, provider, model.localPrompts(settings), folder.path())
                    .start(
                            context,
                            folder.path(),
                            () -> EmbeddedCluster.start(folder.path(), settings),
                            runId -> "an evaluation cannot be gone on with; start it anew",
                            new EvaluationEnding(context, labelled.labels(), facts, format, withMistakes))
                    .code();
        }
    }

    /** Outputs are not written, so that where they would go does not matter. */
    private NewRun run(LabelledTickets labelled, String provider, PromptVersions promptVersions, Path folder) {
        return new NewRun(
                labelled.tickets(),
                AnalysisType.BOTH,
                provider,
                promptVersions,
                labels.toString(),
                context.clock().getZone(),
                folder,
                tickets,
                null);
    }
}
