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
import io.github.ticketsummarizer.telemetry.sdk.Telemetry;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Kafka that runs elsewhere, with services of its own. */
final class RemoteCluster implements Cluster {
    /** What traces say they come from. */
    private static final String SERVICE_NAME = "ticket-summarizer";

    private final KafkaSettings kafka;
    private final Settings settings;
    private @Nullable Telemetry telemetry;

    private RemoteCluster(KafkaSettings kafka, Settings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

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
    public KafkaSettings kafka() {
        return kafka;
    }

    /** By the settings of this process, which may be like theirs. */
    @Override
    public Tracing tracing() {
        if (telemetry == null) {
            telemetry = Telemetry.start(settings, SERVICE_NAME);
            settings.requireValid();
        }
        return telemetry.tracing();
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

    /** Sends what is left of the traces. */
    @Override
    public void close() {
        if (telemetry != null) {
            telemetry.close();
        }
    }
}
