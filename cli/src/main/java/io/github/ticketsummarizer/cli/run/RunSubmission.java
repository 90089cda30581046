package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.io.IOException;

/** Sends a run whose reports another process awaits, now or later. */
public final class RunSubmission {
    private RunSubmission() {}

    /**
     * Notes where the topics end, and sends the run whole.
     *
     * @param interruption leaves out what was not sent when it is requested
     * @throws io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException when a record is not taken
     */
    public static void send(RunFolder folder, Cluster cluster, Json json, Interruption interruption)
            throws IOException {
        KafkaSettings kafka = cluster.kafka();
        Topics topics = new Topics(json, kafka.maxRecordBytes());
        noteStart(folder, kafka, topics);
        try (RunSubmitter submitter = new RunSubmitter(kafka, topics, json, cluster.tracing())) {
            submitter.submit(folder.manifest().run(), folder.tickets(), interruption::isRequested);
        }
    }

    /** Notes where the topics end, unless it was noted before: nothing of the run lies before. */
    static void noteStart(RunFolder folder, KafkaSettings kafka, Topics topics) throws IOException {
        if (folder.isSubmitted()) {
            return;
        }
        try (RunWatcher watcher =
                new RunWatcher(kafka, topics, folder.manifest().run().runId())) {
            folder.save(folder.manifest().startingAt(watcher.ends()));
        }
    }
}
