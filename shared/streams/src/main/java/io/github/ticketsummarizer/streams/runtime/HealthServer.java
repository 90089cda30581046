package io.github.ticketsummarizer.streams.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.telemetry.metric.PrometheusPage;
import io.github.ticketsummarizer.telemetry.sdk.Telemetry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Health over HTTP: {@code /health/live} and {@code /health/ready} answer 200 or 503 with a line for each service, and
 * {@code /metrics} what Prometheus scrapes.
 */
public final class HealthServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String PLAIN_TEXT = "text/plain; charset=utf-8";

    private final List<StreamsRunner> runners;
    private final PrometheusPage metrics;
    private final HttpServer server;

    /**
     * Listens on all interfaces at once.
     *
     * @param telemetry of the JVM; its metrics are shown, and those of the services come to them
     * @throws SettingsException when the port is taken
     */
    public HealthServer(int port, List<StreamsRunner> runners, Telemetry telemetry) {
        this.runners = List.copyOf(runners);
        this.metrics = telemetry.metricsPage();
        new ServiceMetrics(runners).register(telemetry.tracing().meter());
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
        server.createContext("/metrics", exchange -> answer(exchange, OK, PrometheusPage.CONTENT_TYPE, metrics.text()));
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
        answer(exchange, all ? OK : UNAVAILABLE, PLAIN_TEXT, body.toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
