package io.github.ticketsummarizer.broker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the first fault that the broker cannot survive, where Kafka's own handlers would end the whole process. */
final class Faults implements FaultHandlerFactory {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Path dataFolder;
    private final CompletableFuture<Throwable> first = new CompletableFuture<>();

    Faults(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    @Override
    public FaultHandler build(String name, boolean fatal, Runnable action) {
        return (message, cause) -> handle(name, fatal, action, message, cause);
    }

    /**
     * Replaces what Kafka does when its data folder fails: it halts the process, past every handler built here. Kafka
     * keeps one such procedure for the whole JVM, so of two brokers the one started last hears of it.
     */
    void preventHalt() {
        Exit.setHaltProcedure((status, message) -> stopThread(status, message));
        Exit.setExitProcedure((status, message) -> stopThread(status, message));
    }

    /** The first fault, once there is one. */
    Optional<Throwable> fault() {
        return Optional.ofNullable(first.getNow(null));
    }

    /** Completes with the first fault. */
    CompletableFuture<Throwable> first() {
        return first;
    }

    private RuntimeException handle(
            String name, boolean fatal, Runnable action, String message, @Nullable Throwable cause) {
        FaultHandlerException fault = new FaultHandlerException(name + ": " + message, cause);
        if (fatal) {
            record(fault);
        } else {
            LOG.atWarn().addKeyValue("part", name).setCause(fault).log("the broker met a fault and goes on");
        }
        action.run();
        return fault;
    }

    private void stopThread(int status, @Nullable String message) {
        String reason = message == null ? "is its disk full, or was it moved?" : message;
        IllegalStateException fault = new IllegalStateException(
                "the broker gave up its data folder %s with status %d (%s): make it writable again, then restart"
                        .formatted(dataFolder, status, reason));
        record(fault);
        throw fault;
    }

    private void record(Throwable fault) {
        if (first.complete(fault)) {
            LOG.atError().setCause(fault).log("the broker met a fault and no longer works");
        }
    }
}
