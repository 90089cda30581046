package io.github.ticketsummarizer.fakes.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;

/**
 * An HTTP/1.1 server, on the loopback interface unless told otherwise, that stands in for an API:
 *
 * <pre>{@code
 * Route greeting = new Route("greeting", "GET", "/greetings/{name}",
 *         request -> FakeAnswer.json(200, "{\"hello\": \"%s\"}".formatted(request.pathValue("name"))));
 * try (FakeServer server = new FakeServer(List.of(greeting), FaultPlan.first("greeting", new Fault.Reset()))) {
 *     server.start(0);
 *     …                                            // a client asks server.url() + "/greetings/Ada"
 *     assertThat(server.log().count("greeting")).isEqualTo(2);
 *     assertThat(server.log().maxInFlight()).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>Routes are tried in their order; what fits none is answered 404. Handlers need not know of faults: the server puts
 * them in their place. The log counts per endpoint, and has the requests themselves with headers and body.
 *
 * <p>Each connection has a thread of the operating system, and 4,096 may wait to be accepted (as far as the system's own
 * limit lets them, on Linux {@code net.core.somaxconn}). A test has 400 requests at work at one time.
 */
public final class FakeServer implements AutoCloseable {
    private static final int EXCHANGES_KEPT = 20_000;

    private final MockWebServer server = new MockWebServer();
    // Held here, since a logger that nothing holds forgets its level.
    private final Logger serversLogger = Logger.getLogger(MockWebServer.class.getName());
    private final RequestLog log = new RequestLog(EXCHANGES_KEPT);
    private final Answering answering;
    private InetAddress address = InetAddress.getLoopbackAddress();

    /** A server that measures time with the system's clock. */
    public FakeServer(List<Route> routes, FaultPlan faults) {
        this(routes, faults, InstantSource.system());
    }

    /** @param clock gives the times in the log; delays are real ones */
    public FakeServer(List<Route> routes, FaultPlan faults, InstantSource clock) {
        Connections connections = new Connections();
        answering = new Answering(server, new RequestReader(routes), log, clock, connections);
        answering.faults(faults);
        server.setServerSocketFactory(connections);
        server.setDispatcher(answering);
        // It would report connections without a request, and answers that were never meant to come.
        serversLogger.setLevel(Level.OFF);
    }

    /** Speaks HTTP/2 from the first byte on, as gRPC does without TLS, and nothing else. */
    public void speakHttp2() {
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }

    /**
     * Begins to answer this machine.
     *
     * @param port 0 for any that is free
     * @throws IOException when the port is taken
     */
    public void start(int port) throws IOException {
        start(InetAddress.getLoopbackAddress(), port);
    }

    /**
     * Begins to answer whoever reaches the address.
     *
     * @param port 0 for any that is free
     * @throws IOException when the port is taken, or the address is none of this machine's
     */
    public void start(InetAddress listening, int port) throws IOException {
        address = listening.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listening;
        server.start(listening, port);
    }

    /** {@code http://HOST:PORT} as this machine reaches it, without a slash at its end. */
    public URI url() {
        String host = address.getHostAddress();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, server.getPort()));
    }

    /** From now on requests go wrong by this plan. */
    public void faults(FaultPlan plan) {
        answering.faults(plan);
    }

    /** What the server was asked so far. */
    public RequestLog log() {
        return log;
    }

    /** Ends all connections; answers that are delayed are not sent. */
    @Override
    public void close() {
        server.close();
    }
}
