package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.util.List;
import java.util.Optional;

/** The Kafka that a run goes through, and whatever was started for it. */
public interface Cluster extends AutoCloseable {
    /** How to reach it. */
    KafkaSettings kafka();

    /**
     * What the submission of tickets is traced with.
     *
     * @throws io.github.ticketsummarizer.model.SettingsException when a setting of traces is wrong
     */
    Tracing tracing();

    /** Whether others started it, so that it may be out of reach, or without services. */
    boolean isElsewhere();

    /**
     * What tickets of a run may cost that are sent there.
     *
     * @return empty where no model is asked, or what it is asked with cannot be read here
     */
    Optional<CostEstimate> estimate(Run run, List<TicketEntry> tickets);

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
