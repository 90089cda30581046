package io.github.ticketsummarizer.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka node (broker and controller) inside this JVM, reachable from this machine only. Topics and their records
 * outlive it in the data folder. One thread starts and closes it; {@link #fault()} is safe from any.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final BrokerSettings settings;
    private final Faults faults;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable String bootstrapServers;

    /** A broker that is not started yet. */
    public EmbeddedBroker(BrokerSettings settings) {
        this.settings = settings;
        this.faults = new Faults(settings.dataFolder());
    }

    /**
     * Returns once clients are served.
     *
     * @throws BrokerException if the port is taken, or the data folder is in use, not ours, or cannot be read
     */
    public void start() {
        if (!opened.isEmpty()) {
            throw new IllegalStateException("the broker is started already");
        }
        try {
            DataFolder folder = DataFolder.take(settings.dataFolder());
            opened.push(folder);
            LoopbackSockets sockets = LoopbackSockets.bind(settings.port());
            opened.push(sockets);
            faults.preventHalt();
            startServers(folder, sockets);
            bootstrapServers = "%s:%d".formatted(LoopbackSockets.HOST, sockets.clientPort());
        } catch (BrokerException e) {
            close();
            throw e;
        }
    }

    /** Host and port, as clients take it in {@code bootstrap.servers}; kept after closing. */
    public String bootstrapServers() {
        String address = bootstrapServers;
        if (address == null) {
            throw new IllegalStateException("the broker was not started");
        }
        return address;
    }

    /** The first fault after which the broker no longer works: the process should say so and end. */
    public Optional<Throwable> fault() {
        return faults.fault();
    }

    /** Writes everything to disk, stops every thread, frees port and folder. Does nothing the second time. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            Utils.closeQuietly(opened.pop(), "a part of the broker");
        }
    }

    private void startServers(DataFolder folder, LoopbackSockets sockets) {
        try {
            folder.format();
            KafkaConfig config = new KafkaConfig(new KafkaSettings(settings, sockets).properties(), false);
            Servers servers = Servers.build(config, sockets, faults);
            opened.push(servers);
            servers.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("the start of the broker was interrupted", e);
        } catch (ExecutionException e) {
            throw notStarted(e.getCause());
        } catch (Exception e) {
            throw notStarted(e);
        }
    }

    private BrokerException notStarted(@Nullable Throwable cause) {
        String message =
                "the broker cannot start on the data folder %s (%s): if its data is damaged or of another version,"
                        + " choose another folder with --data, or delete this one to start empty";
        return new BrokerException(message.formatted(settings.dataFolder(), cause), cause);
    }
}
