package io.github.ticketsummarizer.fakes.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The server's socket, and its clients' sockets by the number that MockWebServer gives each in the order of acceptance.
 * MockWebServer itself has a backlog of 50, which makes clients of a burst wait a second for their second try, and
 * cannot reset a connection.
 */
final class Connections extends ServerSocketFactory {
    private static final int BACKLOG = 4096;

    private final Map<Integer, Socket> accepted = new ConcurrentHashMap<>();

    /** Makes the connection end with a reset, whenever it is closed. */
    void resetOnClose(int number) {
        Socket socket = accepted.get(number);
        if (socket == null) {
            return;
        }
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closedAlready) {
            accepted.remove(number);
        }
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new CountingServerSocket();
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, BACKLOG, null);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, null);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address) throws IOException {
        throw new UnsupportedOperationException("MockWebServer binds its socket itself");
    }

    private final class CountingServerSocket extends ServerSocket {
        private int next;

        CountingServerSocket() throws IOException {}

        @Override
        public void bind(SocketAddress endpoint, int backlog) throws IOException {
            super.bind(endpoint, BACKLOG);
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = super.accept();
            accepted.values().removeIf(Socket::isClosed);
            accepted.put(next, socket);
            next++;
            return socket;
        }
    }
}
