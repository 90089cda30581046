package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.model.ExitCode;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What every stand-in server is told, and how it stays up. */
final class FakeServerOptions {
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final int LARGEST_PORT = 65_535;

    @Option(names = "--port", paramLabel = "PORT", description = "0 takes any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "Address of this machine to answer at; at 0.0.0.0 it answers everybody who reaches the"
                    + " machine. Default: this machine alone.")
    private InetAddress address = InetAddress.getLoopbackAddress();

    @Option(
            names = "--faults",
            paramLabel = "SHARE",
            description = "Share of the requests, from 0 to 1, that go wrong. Default: ${DEFAULT-VALUE}.")
    private double faults;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides which requests go wrong; the same ones each time. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    /** @param usualPort of this stand-in */
    FakeServerOptions(int usualPort) {
        this.port = usualPort;
    }

    /** Begins to answer at an address and a port of this machine. */
    @FunctionalInterface
    interface Start {
        void on(InetAddress address, int port) throws IOException;
    }

    double faults() {
        return faults;
    }

    long seed() {
        return seed;
    }

    /** @throws CliException when an option cannot be meant */
    void check() {
        if (port < 0 || port > LARGEST_PORT) {
            throw CliException.usage("--port: %d is not from 0 to %d".formatted(port, LARGEST_PORT));
        }
        if (!(faults >= 0 && faults <= 1)) {
            throw CliException.usage("--faults: %s is not from 0 to 1".formatted(faults));
        }
    }

    /** @throws CliException when the address or the port cannot be had */
    void start(Start server) throws IOException {
        try {
            server.on(address, port);
        } catch (BindException e) {
            throw new CliException(
                    ExitCode.USAGE,
                    "port %d cannot be had at %s (%s); choose another with --port, or 0 for any that is free"
                            .formatted(port, address.getHostAddress(), e.getMessage()),
                    e);
        }
    }

    /** Comes back when the person who started it has had enough. */
    static void awaitInterruption(CommandContext context) throws InterruptedException {
        while (!context.interruption().await(LOOK_INTERVAL)) {
            // The server answers meanwhile.
        }
    }
}
