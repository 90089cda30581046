package io.github.ticketsummarizer.fakes.otlp;

import com.google.protobuf.Message;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import io.github.ticketsummarizer.fakes.http.FakeServer;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.http.RequestLog;
import io.github.ticketsummarizer.fakes.http.Route;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Receives traces and metrics by OTLP: over HTTP at the usual paths and at Langfuse's, in Protobuf or JSON, packed or not;
 * over gRPC without TLS. It keeps what came, and {@linkplain #faults misbehaves} as it is told:
 *
 * <pre>{@code
 * try (OtlpReceiver receiver = new OtlpReceiver()) {
 *     receiver.start(0, 0);
 *     …                                      // an exporter sends to receiver.httpUrl() or receiver.grpcUrl()
 *     assertThat(receiver.spans()).extracting(ReceivedSpan::name).contains("process_ticket");
 * }
 * }</pre>
 */
public final class OtlpReceiver implements AutoCloseable {
    /** {@code /v1/traces} over HTTP, as it is or where Braintrust, LangSmith and Opik have it. */
    public static final String TRACES = "traces";
    /** {@code /api/public/otel/v1/traces} over HTTP. */
    public static final String LANGFUSE_TRACES = "langfuse-traces";
    /** {@code /v1/metrics} over HTTP. */
    public static final String METRICS = "metrics";
    /** Traces over gRPC. */
    public static final String GRPC_TRACES = "grpc-traces";
    /** Metrics over gRPC. */
    public static final String GRPC_METRICS = "grpc-metrics";

    private static final List<String> TRACES_PATHS = List.of(
            "/v1/traces",
            "/otel/v1/traces",
            "/v1/private/otel/v1/traces",
            "/api/v1/private/otel/v1/traces",
            "/opik/api/v1/private/otel/v1/traces");

    private static final int UNAUTHENTICATED = 16;
    private static final int INVALID_ARGUMENT = 3;
    /** An uncompressed gRPC message of no bytes: the answer to an export of which all was taken. */
    private static final String EMPTY_MESSAGE = "\0\0\0\0\0";

    private final OtlpDecoder decoder = new OtlpDecoder();
    private final List<ReceivedExport> exports = new CopyOnWriteArrayList<>();
    private final List<Consumer<ReceivedExport>> listeners = new CopyOnWriteArrayList<>();
    private final Predicate<FakeRequest> admits;
    private final FakeServer http;
    private final FakeServer grpc;
    private volatile boolean keeps = true;

    /** Lets everybody in. */
    public OtlpReceiver() {
        this(request -> true);
    }

    /** @param admits whether a request has the right credentials; others are answered 401, or UNAUTHENTICATED over gRPC */
    public OtlpReceiver(Predicate<FakeRequest> admits) {
        this.admits = admits;
        Stream<Route> traces = TRACES_PATHS.stream().map(path -> new Route(TRACES, "POST", path, this::httpTraces));
        Stream<Route> others = Stream.of(
                new Route(LANGFUSE_TRACES, "POST", "/api/public/otel/v1/traces", this::httpTraces),
                new Route(METRICS, "POST", "/v1/metrics", this::httpMetrics));
        this.http = new FakeServer(Stream.concat(traces, others).toList(), FaultPlan.none());
        this.grpc = new FakeServer(
                List.of(
                        new Route(
                                GRPC_TRACES,
                                "POST",
                                "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
                                this::grpcTraces),
                        new Route(
                                GRPC_METRICS,
                                "POST",
                                "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
                                this::grpcMetrics)),
                FaultPlan.none());
        grpc.speakHttp2();
    }

    /**
     * Begins to receive, on the loopback interface.
     *
     * @param httpPort 0 for any that is free; so is {@code grpcPort}
     * @throws IOException when a port is taken
     */
    public void start(int httpPort, int grpcPort) throws IOException {
        start(InetAddress.getLoopbackAddress(), httpPort, grpcPort);
    }

    /** The same for whoever reaches the address, which has to be one of this machine's. */
    public void start(InetAddress listening, int httpPort, int grpcPort) throws IOException {
        http.start(listening, httpPort);
        grpc.start(listening, grpcPort);
    }

    /** The base of the addresses over HTTP. */
    public URI httpUrl() {
        return http.url();
    }

    public URI grpcUrl() {
        return grpc.url();
    }

    /** From now on requests go wrong by this plan, over both protocols. */
    public void faults(FaultPlan plan) {
        http.faults(plan);
        grpc.faults(plan);
    }

    /** What came over HTTP, refused requests included. */
    public RequestLog httpLog() {
        return http.log();
    }

    /** What came over gRPC, refused requests included. */
    public RequestLog grpcLog() {
        return grpc.log();
    }

    /** Keeps nothing of what comes from now on, which is then for the listeners alone. */
    public void keepNothing() {
        keeps = false;
        http.log().keepNewest(0);
        grpc.log().keepNewest(0);
    }

    /** Is told of every export that is taken, in the order of their arrival. */
    public void onExport(Consumer<ReceivedExport> listener) {
        listeners.add(listener);
    }

    /** What was taken, in the order of its arrival. */
    public List<ReceivedExport> exports() {
        return List.copyOf(exports);
    }

    /** All spans that were taken, in the order of their arrival; one that was sent twice is there twice. */
    public List<ReceivedSpan> spans() {
        return exports.stream().flatMap(export -> export.spans().stream()).toList();
    }

    @Override
    public void close() {
        http.close();
        grpc.close();
    }

    private FakeAnswer httpTraces(FakeRequest request) {
        ExportTraceServiceRequest.Builder traces = ExportTraceServiceRequest.newBuilder();
        return http(request, traces, () -> ReceivedSpan.of(traces.build()));
    }

    private FakeAnswer httpMetrics(FakeRequest request) {
        return http(request, ExportMetricsServiceRequest.newBuilder(), List::of);
    }

    private FakeAnswer grpcTraces(FakeRequest request) {
        ExportTraceServiceRequest.Builder traces = ExportTraceServiceRequest.newBuilder();
        return grpc(request, traces, () -> ReceivedSpan.of(traces.build()));
    }

    private FakeAnswer grpcMetrics(FakeRequest request) {
        return grpc(request, ExportMetricsServiceRequest.newBuilder(), List::of);
    }

    private FakeAnswer http(FakeRequest request, Message.Builder into, Spans spans) {
        if (!admits.test(request)) {
            return FakeAnswer.json(401, "{\"message\":\"Invalid credentials\"}");
        }
        try {
            decoder.readHttp(request, into);
        } catch (IOException malformed) {
            return FakeAnswer.json(400, "{\"message\":\"not an export request\"}");
        }
        keep(request, into, spans);
        return OtlpDecoder.isJson(request)
                ? FakeAnswer.json(200, "{}")
                : new FakeAnswer(200, Map.of("Content-Type", "application/x-protobuf"), "");
    }

    private FakeAnswer grpc(FakeRequest request, Message.Builder into, Spans spans) {
        if (!admits.test(request)) {
            return grpcFailure(UNAUTHENTICATED);
        }
        try {
            decoder.readGrpc(request.bytes(), into);
        } catch (IOException malformed) {
            return grpcFailure(INVALID_ARGUMENT);
        }
        keep(request, into, spans);
        return new FakeAnswer(200, Map.of("Content-Type", "application/grpc"), EMPTY_MESSAGE)
                .withTrailers(Map.of("grpc-status", "0"));
    }

    /** A refusal by gRPC, which has no body. */
    public static FakeAnswer grpcFailure(int status) {
        return new FakeAnswer(200, Map.of("Content-Type", "application/grpc", "grpc-status", "" + status), "");
    }

    private void keep(FakeRequest request, Message.Builder message, Spans spans) {
        String authorization = request.header("authorization");
        ReceivedExport export = new ReceivedExport(
                request.endpoint(),
                authorization == null ? "" : authorization,
                OtlpJson.of(message.build()),
                spans.get());
        synchronized (exports) {
            if (keeps) {
                exports.add(export);
            }
            listeners.forEach(listener -> listener.accept(export));
        }
    }

    /** The spans of a request that was read. */
    @FunctionalInterface
    private interface Spans {
        List<ReceivedSpan> get();
    }
}
