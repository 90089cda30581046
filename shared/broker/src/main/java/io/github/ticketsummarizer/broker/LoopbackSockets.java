package io.github.ticketsummarizer.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two server sockets, bound before Kafka starts: their ports can be written into Kafka's settings, nobody takes
 * them in between, and a taken port is found before anything runs.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String CLIENTS = "CLIENTS";
    static final String CONTROLLER = "CONTROLLER";

    private static final int BACKLOG = 50;

    private final ServerSocketChannel clients;
    private final ServerSocketChannel controller;

    private LoopbackSockets(ServerSocketChannel clients, ServerSocketChannel controller) {
        this.clients = clients;
        this.controller = controller;
    }

    /** @throws BrokerException if the port is taken or not allowed */
    static LoopbackSockets bind(int clientPort) {
        ServerSocketChannel clients = open(clientPort);
        try {
            return new LoopbackSockets(clients, open(0));
        } catch (BrokerException e) {
            Utils.closeQuietly(clients, "the socket for clients");
            throw e;
        }
    }

    int clientPort() {
        return clients.socket().getLocalPort();
    }

    int controllerPort() {
        return controller.socket().getLocalPort();
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listenerName, InetSocketAddress socketAddress, int listenBacklogSize, int receiveBufferSize)
            throws IOException {
        Map<String, ServerSocketChannel> byListener = Map.of(CLIENTS, clients, CONTROLLER, controller);
        ServerSocketChannel socket = byListener.get(listenerName);
        if (socket == null) {
            throw new IOException("no listener is called " + listenerName);
        }
        return socket;
    }

    /** Closes both; what Kafka has closed already stays closed. */
    @Override
    public void close() {
        Utils.closeQuietly(clients, "the socket for clients");
        Utils.closeQuietly(controller, "the controller's socket");
    }

    private static ServerSocketChannel open(int port) {
        ServerSocketChannel socket = null;
        try {
            socket = ServerSocketChannel.open();
            socket.configureBlocking(false);
            socket.bind(new InetSocketAddress(HOST, port), BACKLOG);
            return socket;
        } catch (IOException e) {
            Utils.closeQuietly(socket, "a socket that was not bound");
            throw new BrokerException(
                    "cannot listen on %s:%d (%s): end the program that has this port, or choose another with --port"
                            .formatted(HOST, port, e.getMessage()),
                    e);
        }
    }
}
