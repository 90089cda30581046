package io.github.ticketsummarizer.benchmarks.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** A trace platform that takes everything at once, counts it, and keeps nothing. */
final class TakingPlatform implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong spans = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final HttpServer server;

    /** Listens on any port of the loopback interface. */
    TakingPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** Where traces go, by OTLP over HTTP. */
    String endpoint() {
        return "http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort());
    }

    /** How many spans came since this was asked last. */
    long takeCount() {
        return spans.getAndSet(0);
    }

    /** How many bytes of requests came since this was asked last, unpacked. */
    long takeBytes() {
        return bytes.getAndSet(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream body =
                    packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                byte[] request = body.readAllBytes();
                bytes.addAndGet(request.length);
                spans.addAndGet(count(ExportTraceServiceRequest.parseFrom(request)));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static long count(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .map(ResourceSpans::getScopeSpansList)
                .flatMap(scopes -> scopes.stream().map(ScopeSpans::getSpansCount))
                .mapToLong(Integer::longValue)
                .sum();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
