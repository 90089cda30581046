package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How one instance of a service runs.
 *
 * @param instanceId names the instance to the group, so that a restart takes its partitions back without a rebalance;
 *     unique among the instances of a service, the same after a restart
 * @param stateFolder where Kafka Streams keeps what it needs between two starts; each instance its own
 * @param streamThreads threads that run the topology's tasks
 * @param httpPort of the health endpoint; 0 takes any free one
 * @param drainPatience how long a stop waits for the calls that run
 */
public record ServiceSettings(
        String instanceId, Path stateFolder, int streamThreads, int httpPort, Duration drainPatience) {
    /** Reads {@code INSTANCE_ID}, {@code STATE_DIR}, {@code STREAM_THREADS}, {@code HTTP_PORT}, {@code DRAIN_PATIENCE}. */
    public static ServiceSettings from(Settings settings) {
        int httpPort = settings.wholeNumber("HTTP_PORT", 8080, 0, 65_535);
        String instanceId = settings.text("INSTANCE_ID", hostName() + "-" + httpPort);
        String stateFolder = settings.text("STATE_DIR");
        return new ServiceSettings(
                instanceId,
                stateFolder == null
                        ? DataFolder.from(settings).resolve("state").resolve(instanceId)
                        : Path.of(stateFolder),
                settings.wholeNumber("STREAM_THREADS", 2, 1, 64),
                httpPort,
                settings.duration("DRAIN_PATIENCE", Duration.ofSeconds(20)));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
