package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.run.Cluster;
import io.github.ticketsummarizer.llm.config.ConfigException;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.llm.cost.CostEstimator;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import java.util.List;
import java.util.Optional;

/**
 * A Kafka that runs elsewhere, with services of its own.
 *
 * @param settings of this process, which may be like theirs
 */
record RemoteCluster(KafkaSettings kafka, Settings settings) implements Cluster {
    /**
     * Makes sure that it answers and has the topics.
     *
     * @throws KafkaUnreachableException when it does not answer
     * @throws io.github.ticketsummarizer.model.SettingsException when a topic is missing or a setting is wrong
     */
    static RemoteCluster connect(Settings settings, Json json) {
        KafkaSettings kafka = KafkaSettings.from(settings);
        settings.requireValid();
        Topics topics = new Topics(json, kafka.maxRecordBytes());
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.requireUsable(List.of(topics.ticketIds(), topics.runs(), topics.stageEvents(), topics.merged()));
        }
        return new RemoteCluster(kafka, settings);
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    /** By the prompts and prices that stand here; the tickets themselves are read elsewhere. */
    @Override
    public Optional<CostEstimate> estimate(Run run, List<TicketEntry> tickets) {
        try {
            return RunEstimates.estimate(CostEstimator.from(settings), run, tickets.size(), List.of());
        } catch (ConfigException theirsMayBeRight) {
            return Optional.empty();
        }
    }

    @Override
    public void requireHealthy() {
        // Whoever runs it looks after it.
    }

    @Override
    public void close() {
        // Nothing was started.
    }
}
