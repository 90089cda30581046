package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.run.Cluster;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import java.util.List;

/** A Kafka that runs elsewhere, with services of its own. */
record RemoteCluster(KafkaSettings kafka) implements Cluster {
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
        return new RemoteCluster(kafka);
    }

    @Override
    public boolean isElsewhere() {
        return true;
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
