package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.streams.runtime.KafkaSettings;

/** The Kafka that a run goes through, and whatever was started for it. */
public interface Cluster extends AutoCloseable {
    /** How to reach it. */
    KafkaSettings kafka();

    /** Whether others started it, so that it may be out of reach, or without services. */
    boolean isElsewhere();

    /**
     * Looks whether what was started for the run still works.
     *
     * @throws io.github.ticketsummarizer.cli.CliException when it does not
     */
    void requireHealthy();

    /** Stops what was started for the run. */
    @Override
    void close();
}
