package io.github.ticketsummarizer.broker;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an {@link EmbeddedBroker} is started with.
 *
 * @param dataFolder where topics are kept; made when it is missing, and never shared with anything else
 * @param port the port on 127.0.0.1 that clients use; 0 takes any free one
 * @param maxRecordBytes the largest record batch the broker takes, in bytes
 * @param partitions how many partitions a topic gets whose creator does not say
 * @param others settings in Kafka's names that replace ours or come beside them, such as those of a listener with TLS
 */
public record BrokerSettings(
        Path dataFolder, int port, int maxRecordBytes, int partitions, Map<String, String> others) {
    private static final int LARGEST_PORT = 65_535;

    /** With our own settings only. */
    public BrokerSettings(Path dataFolder, int port, int maxRecordBytes, int partitions) {
        this(dataFolder, port, maxRecordBytes, partitions, Map.of());
    }

    public BrokerSettings {
        others = Map.copyOf(others);
        dataFolder = dataFolder.toAbsolutePath().normalize();
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("port must be from 0 to %d, not %d".formatted(LARGEST_PORT, port));
        }
        if (maxRecordBytes < 1) {
            throw new IllegalArgumentException("maxRecordBytes must be at least 1, not " + maxRecordBytes);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, not " + partitions);
        }
    }
}
