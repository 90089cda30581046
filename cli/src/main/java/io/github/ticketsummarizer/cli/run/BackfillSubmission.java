package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.zendesk.backfill.Backfill;
import io.github.ticketsummarizer.zendesk.backfill.BackfillException;
import io.github.ticketsummarizer.zendesk.backfill.BackfillQuery;
import io.github.ticketsummarizer.zendesk.backfill.IdPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends the tickets of a backfill as they are found, and goes on where an earlier process stopped. The run itself is sent
 * last, since only then is known how many tickets it has: without it, nobody takes the run for complete.
 */
public final class BackfillSubmission {
    private final RunFolder folder;
    private final KafkaSettings kafka;
    private final Tracing tracing;
    private final Topics topics;
    private final Json json;
    private final Interruption interruption;
    private final Consumer<String> notes;

    /** @param notes takes sentences for the person who waits */
    public BackfillSubmission(
            RunFolder folder, Cluster cluster, Json json, Interruption interruption, Consumer<String> notes) {
        this.folder = folder;
        this.kafka = cluster.kafka();
        this.tracing = cluster.tracing();
        this.topics = new Topics(json, kafka.maxRecordBytes());
        this.json = json;
        this.interruption = interruption;
        this.notes = notes;
    }

    /**
     * Finds and sends what is left.
     *
     * @param reader reads the list of tickets that a query finds
     * @return whether all was found and sent; false when an interruption was requested before
     * @throws BackfillException when Zendesk does not answer as it should; what was found is sent and kept
     * @throws io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException when a record is not taken
     */
    public boolean send(Function<BackfillQuery, Backfill> reader)
            throws BackfillException, IOException, InterruptedException {
        try (BackfillLog log = folder.openBackfill();
                RunSubmitter submitter = new RunSubmitter(kafka, topics, json, tracing)) {
            sendNewest(log, submitter);
            if (!log.isAtEnd() && !readOn(log, submitter, reader.apply(log.query()))) {
                return false;
            }
            if (log.size() > 0 && !interruption.isRequested()) {
                folder.fill(entries(log.ids(), 0));
                submitter.announce(folder.manifest().run());
            }
            return !interruption.isRequested();
        }
    }

    private boolean readOn(BackfillLog log, RunSubmitter submitter, Backfill backfill)
            throws BackfillException, IOException, InterruptedException {
        return backfill.read(log.cursor(), page -> take(page, log, submitter));
    }

    private boolean take(IdPage page, BackfillLog log, RunSubmitter submitter) throws IOException {
        log.add(page);
        sendNewest(log, submitter);
        notes.accept("%d tickets found".formatted(log.size()));
        return !interruption.isRequested();
    }

    private void sendNewest(BackfillLog log, RunSubmitter submitter) throws IOException {
        List<String> newest = log.newest();
        if (!newest.isEmpty()) {
            RunSubmission.noteStart(folder, kafka, topics);
            // Whole, even after an interruption: the log says of all pages but the last that they were sent.
            submitter.sendTickets(folder.manifest().run(), entries(newest, log.size() - newest.size()), () -> false);
        }
    }

    private static List<TicketEntry> entries(List<String> ids, int before) {
        List<TicketEntry> entries = new ArrayList<>();
        for (String id : ids) {
            entries.add(new TicketEntry(Integer.toString(before + entries.size() + 1), id));
        }
        return entries;
    }
}
