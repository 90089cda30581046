package io.github.ticketsummarizer.benchmarks.tracing;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** A trace platform that takes everything at once, counts it, and keeps nothing. */
final class TakingPlatform implements AutoCloseable {
    /** Numbers of the fields resource_spans, scope_spans and spans, one inside the other. */
    private static final int[] PATH_TO_SPANS = {
        ExportTraceServiceRequest.RESOURCE_SPANS_FIELD_NUMBER,
        ResourceSpans.SCOPE_SPANS_FIELD_NUMBER,
        ScopeSpans.SPANS_FIELD_NUMBER
    };

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
                spans.addAndGet(count(CodedInputStream.newInstance(request), PATH_TO_SPANS));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Looks at no more than where the spans are: a platform's own work is not what is measured. */
    private static long count(CodedInputStream message, int... path) throws IOException {
        long count = 0;
        for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) != path[0]) {
                message.skipField(tag);
            } else if (path.length == 1) {
                message.skipField(tag);
                count++;
            } else {
                int limit = message.pushLimit(message.readRawVarint32());
                count += count(message, Arrays.copyOfRange(path, 1, path.length));
                message.popLimit(limit);
            }
        }
        return count;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
