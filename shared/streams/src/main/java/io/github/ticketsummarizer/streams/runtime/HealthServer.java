package io.github.ticketsummarizer.streams.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.ticketsummarizer.model.SettingsException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Health over HTTP: {@code /health/live} and {@code /health/ready} answer 200 or 503 with a line for each service, and
 * {@code /metrics} what they hold, in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
public final class HealthServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final List<StreamsRunner> runners;
    private final HttpServer server;

    /**
     * Listens on all interfaces at once.
     *
     * @throws SettingsException when the port is taken
     */
    public HealthServer(int port, List<StreamsRunner> runners) {
        this.runners = List.copyOf(runners);
        try {
            this.server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (BindException e) {
            throw new SettingsException(List.of("HTTP_PORT: port %d is taken; set another".formatted(port)));
        } catch (IOException e) {
            throw new SettingsException(List.of("HTTP_PORT: cannot listen on port %d: %s".formatted(port, e)));
        }
        server.setExecutor(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("health").factory()));
        server.createContext("/health/live", exchange -> answerHealth(exchange, StreamsRunner::isLive));
        server.createContext("/health/ready", exchange -> answerHealth(exchange, StreamsRunner::isReady));
        server.createContext("/metrics", exchange -> answer(exchange, OK, metrics()));
    }

    /** Answers from now on. */
    public void start() {
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answerHealth(HttpExchange exchange, Predicate<StreamsRunner> healthy) throws IOException {
        StringBuilder body = new StringBuilder();
        boolean all = true;
        for (StreamsRunner runner : runners) {
            boolean one = healthy.test(runner);
            all &= one;
            body.append(runner.name()).append(one ? " ok\n" : " not ok\n");
        }
        answer(exchange, all ? OK : UNAVAILABLE, body.toString());
    }

    private String metrics() {
        StringBuilder body = new StringBuilder("# HELP ticket_summarizer_held_records Records taken in, not answered\n"
                + "# TYPE ticket_summarizer_held_records gauge\n");
        for (StreamsRunner runner : runners) {
            body.append("ticket_summarizer_held_records{service=\"%s\"} %d%n".formatted(runner.name(), runner.held()));
        }
        return body.toString();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
