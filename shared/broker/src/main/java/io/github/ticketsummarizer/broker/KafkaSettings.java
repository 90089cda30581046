package io.github.ticketsummarizer.broker;

import static io.github.ticketsummarizer.broker.LoopbackSockets.CLIENTS;
import static io.github.ticketsummarizer.broker.LoopbackSockets.CONTROLLER;
import static io.github.ticketsummarizer.broker.LoopbackSockets.HOST;

import java.util.Properties;
import org.apache.kafka.common.metrics.JmxReporter;

/** The broker's settings in Kafka's names: one node that talks to itself, on one machine shared with everything else. */
final class KafkaSettings {
    private static final int MIB = 1024 * 1024;
    private static final int KAFKAS_LARGEST_REQUEST = 100 * MIB;
    private static final int INTERNAL_TOPIC_PARTITIONS = 1;

    private final BrokerSettings settings;
    private final LoopbackSockets sockets;

    KafkaSettings(BrokerSettings settings, LoopbackSockets sockets) {
        this.settings = settings;
        this.sockets = sockets;
    }

    Properties properties() {
        Properties properties = new Properties();
        addIdentity(properties);
        addSizes(properties);
        addTopics(properties);
        addTimes(properties);
        addThreads(properties);
        properties.putAll(settings.others());
        return properties;
    }

    private void addIdentity(Properties properties) {
        String clients = "%s://%s:%d".formatted(CLIENTS, HOST, sockets.clientPort());
        String controller = "%s://%s:%d".formatted(CONTROLLER, HOST, sockets.controllerPort());
        String voter = "%d@%s:%d".formatted(DataFolder.NODE_ID, HOST, sockets.controllerPort());
        put(properties, "process.roles", "broker,controller");
        put(properties, "node.id", DataFolder.NODE_ID);
        put(properties, "log.dirs", settings.dataFolder());
        put(properties, "listeners", clients + "," + controller);
        put(properties, "advertised.listeners", clients);
        put(properties, "listener.security.protocol.map", "%s:PLAINTEXT,%s:PLAINTEXT".formatted(CLIENTS, CONTROLLER));
        put(properties, "inter.broker.listener.name", CLIENTS);
        put(properties, "controller.listener.names", CONTROLLER);
        put(properties, "controller.quorum.voters", voter);
    }

    private void addSizes(Properties properties) {
        int maxRecordBytes = settings.maxRecordBytes();
        put(properties, "message.max.bytes", maxRecordBytes);
        put(properties, "replica.fetch.max.bytes", maxRecordBytes);
        // A request holds its records and names topics and transaction besides.
        int maxRequestBytes = Math.max(KAFKAS_LARGEST_REQUEST, Math.addExact(maxRecordBytes, MIB));
        put(properties, "socket.request.max.bytes", maxRequestBytes);
        // What one answer to a consumer may hold, and so what each consumer in this JVM may have in memory at once.
        put(properties, "fetch.max.bytes", Math.max(16 * MIB, maxRecordBytes));
        // A batch must fit in a segment. The indexes are as large as one segment of this size needs, not 10 MiB each.
        put(properties, "log.segment.bytes", Math.max(64 * MIB, maxRecordBytes));
        put(properties, "log.index.size.max.bytes", 256 * 1024);
        put(properties, "log.cleaner.dedupe.buffer.size", 2 * MIB);
    }

    private void addTopics(Properties properties) {
        put(properties, "auto.create.topics.enable", false);
        put(properties, "num.partitions", settings.partitions());
        put(properties, "default.replication.factor", 1);
        put(properties, "min.insync.replicas", 1);
        // Kafka's 50 partitions each cost seconds at the start.
        put(properties, "offsets.topic.num.partitions", INTERNAL_TOPIC_PARTITIONS);
        put(properties, "offsets.topic.replication.factor", 1);
        put(properties, "offsets.topic.segment.bytes", 4 * MIB);
        put(properties, "transaction.state.log.num.partitions", INTERNAL_TOPIC_PARTITIONS);
        put(properties, "transaction.state.log.replication.factor", 1);
        put(properties, "transaction.state.log.min.isr", 1);
        put(properties, "transaction.state.log.segment.bytes", 4 * MIB);
    }

    private void addTimes(Properties properties) {
        put(properties, "group.initial.rebalance.delay.ms", 0);
        put(properties, "group.min.session.timeout.ms", 6_000);
        // A transaction that nobody ends hides everything after it from readers for this long.
        put(properties, "transaction.max.timeout.ms", 60_000);
        put(properties, "transaction.abort.timed.out.transaction.cleanup.interval.ms", 2_000);
        // Otherwise an idle controller writes and syncs a record to disk twice a second.
        put(properties, "metadata.max.idle.interval.ms", 0);
        // After a kill the controller takes the dead broker for alive this long, and turns the new one away.
        put(properties, "broker.session.timeout.ms", 3_000);
        put(properties, "broker.heartbeat.interval.ms", 500);
        put(properties, "server.max.startup.time.ms", 120_000);
    }

    private void addThreads(Properties properties) {
        put(properties, "num.network.threads", 2);
        put(properties, "num.io.threads", 4);
        put(properties, "background.threads", 2);
        put(properties, "group.coordinator.threads", 1);
        put(properties, "share.coordinator.threads", 1);
        // Nobody looks at the broker through JMX, and two brokers in one JVM would fight over the names.
        put(properties, "metric.reporters", "");
        put(properties, JmxReporter.EXCLUDE_CONFIG, ".*");
    }

    private static void put(Properties properties, String name, Object value) {
        properties.setProperty(name, value.toString());
    }
}
