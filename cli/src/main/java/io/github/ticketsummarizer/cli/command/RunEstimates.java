package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.output.EstimateText;
import io.github.ticketsummarizer.cli.run.Cluster;
import io.github.ticketsummarizer.cli.run.RunFolder;
import io.github.ticketsummarizer.cli.run.RunJob;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.llm.cost.CostEstimator;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.RunTotals;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a run may cost, before its tickets are sent. */
final class RunEstimates {
    /** Their mean is near enough to that of all; reading more would only delay the start. */
    private static final int SAMPLE = 200;

    private RunEstimates() {}

    /** Tells what the tickets may cost that are to be sent, where a model is asked, and keeps it with the run. */
    static void say(CommandContext context, RunFolder folder, Cluster cluster, List<TicketEntry> tickets)
            throws IOException {
        Optional<CostEstimate> estimate = cluster.estimate(folder.manifest().run(), tickets);
        if (estimate.isPresent()) {
            context.say(EstimateText.before(estimate.get()));
            folder.keepEstimate(estimate.get());
        }
    }

    /**
     * Tells what the run took, and how far that is from what was expected.
     *
     * @param totals of the run's reports
     */
    static void sayOutcome(CommandContext context, RunJob job, RunTotals totals) {
        CostEstimate estimate = job.estimate();
        if (estimate != null && job.isComplete()) {
            context.say(EstimateText.after(estimate, totals));
        }
    }

    /** The estimate; empty where no model is asked, or its prompts cannot be used, which the tickets will tell. */
    static Optional<CostEstimate> estimate(CostEstimator costs, Run run, int tickets, List<Ticket> sample) {
        try {
            return costs.estimate(run, tickets, sample);
        } catch (LlmException unusablePrompt) {
            return Optional.empty();
        }
    }

    /** Some of the tickets, from all over the list, where they are read from files; none where Zendesk has them. */
    static List<Ticket> sample(Settings settings, List<TicketEntry> tickets) {
        String path = settings.text("TICKET_PATH");
        if (path == null || !settings.text("TICKET_SOURCE", "zendesk").equals("file")) {
            return List.of();
        }
        int size = Math.min(SAMPLE, tickets.size());
        List<String> ids = IntStream.range(0, size)
                .mapToObj(i ->
                        tickets.get((int) ((long) i * tickets.size() / size)).ticketId())
                .toList();
        try {
            return new FileTicketSource(Path.of(path), TicketMappingSettings.from(settings))
                    .fetch(ids).values().stream()
                            .flatMap(result -> result instanceof FetchResult.Found(Ticket ticket)
                                    ? Optional.of(ticket).stream()
                                    : Optional.<Ticket>empty().stream())
                            .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
