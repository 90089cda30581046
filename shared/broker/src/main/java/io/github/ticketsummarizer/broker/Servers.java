package io.github.ticketsummarizer.broker;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/** Kafka's controller and broker, wired as its own main class does, but with our sockets and our handling of faults. */
final class Servers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
    private static final Duration GOODBYE = Duration.ofSeconds(10);
    private static final Duration METADATA_POLL = Duration.ofMillis(20);

    private final Faults faults;
    private final ControllerServer controller;
    private final BrokerServer broker;

    private Servers(Faults faults, ControllerServer controller, BrokerServer broker) {
        this.faults = faults;
        this.controller = controller;
        this.broker = broker;
    }

    /** Reads the formatted data folder; starts nothing. */
    static Servers build(KafkaConfig config, LoopbackSockets sockets, Faults faults) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folder = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        String clusterId = folder._1().clusterId().orElseThrow();
        Metrics metrics = Server.initializeMetrics(config, Time.SYSTEM, clusterId);
        Map<Integer, InetSocketAddress> voters =
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters());
        SharedServer shared = new SharedServer(
                config,
                folder._1(),
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(voters),
                List.of(),
                faults,
                sockets);
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folder._2());
        return new Servers(faults, controller, new BrokerServer(shared));
    }

    /** Blocks until clients are served; the cause of the exception is what keeps Kafka from it. */
    void start() throws ExecutionException, InterruptedException {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread starter = Thread.ofPlatform().daemon().name("broker-start").start(() -> startUp(started));
        try {
            // Kafka's own threads meet the faults, while the one that starts it goes on waiting for them.
            CompletableFuture.anyOf(started, faults.first()).get();
        } finally {
            starter.interrupt();
            starter.join(GOODBYE);
        }
        Optional<Throwable> fault = faults.fault();
        if (fault.isPresent()) {
            throw new ExecutionException(fault.get());
        }
    }

    private void startUp(CompletableFuture<Void> started) {
        try {
            // The broker asks the controller where the quorum is, so the controller comes first.
            controller.startup();
            awaitEndOfFormerBroker();
            broker.startup();
            started.complete(null);
        } catch (Throwable e) {
            started.completeExceptionally(e);
        }
    }

    /**
     * After a kill the metadata still have the former broker, at its former address, as the leader of every partition, until
     * its session ends. A broker that starts on these cannot write the ends of transactions that were committed just before
     * the kill; and once the partitions have no leader, Kafka 4.3.1 takes them for deleted and leaves the ends out for good
     * ({@code KRaftMetadataCache.getPartitionLeaderEndpoint}, {@code TransactionMarkerChannelManager}). Readers would wait
     * there for ever. The controller lets the new broker in no earlier anyway.
     */
    private void awaitEndOfFormerBroker() throws InterruptedException {
        KRaftMetadataCache metadata = controller.metadataCache();
        while (metadata.currentImage().highestOffsetAndEpoch().offset() < 0
                || metadata.hasAliveBroker(DataFolder.NODE_ID)) {
            Thread.sleep(METADATA_POLL);
        }
    }

    /** The broker first: it tells the controller that it leaves, or the next start would wait for its session's end. */
    @Override
    public void close() {
        Duration goodbye = faults.fault().isPresent() ? Duration.ZERO : GOODBYE;
        Utils.closeQuietly(() -> broker.shutdown(goodbye), "the broker");
        Utils.closeQuietly(controller::shutdown, "the controller");
    }
}
