package io.github.ticketsummarizer.benchmarks;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import io.github.ticketsummarizer.streams.stage.RecordLimit;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An embedded broker with the pipeline's topics, empty, for one measurement. */
public final class Cluster implements AutoCloseable {
    private static final int PARTITIONS = 4;

    private final EmbeddedBroker broker;
    private final KafkaSettings kafka;
    private final Topics topics;

    /** Starts the broker and makes the topics with four partitions, enough for the threads of a stage. */
    public Cluster(Path folder) {
        this(folder, PARTITIONS);
    }

    /** Starts the broker and makes the topics. */
    public Cluster(Path folder, int partitions) {
        KafkaSettings anywhere = new KafkaSettings("", Map.of(), RecordLimit.DEFAULT_BYTES);
        this.broker = new EmbeddedBroker(new BrokerSettings(folder, 0, anywhere.maxRequestBytes(), partitions));
        broker.start();
        this.kafka = anywhere.at(broker.bootstrapServers());
        this.topics = new Topics(new Json(), RecordLimit.DEFAULT_BYTES);
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(topics.all(), partitions, Optional.of((short) 1));
        }
    }

    /** How to reach it. */
    public KafkaSettings kafka() {
        return kafka;
    }

    /** Its topics. */
    public Topics topics() {
        return topics;
    }

    @Override
    public void close() {
        broker.close();
    }
}
