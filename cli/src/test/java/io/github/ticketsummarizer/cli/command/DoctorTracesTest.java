package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.ConsoleHandler;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doctor's look at trace platforms, against stand-ins that answer as Phoenix 20 and Langfuse 4 do. */
class DoctorTracesTest {
    private static final String KEY = "key-1234567890";

    @TempDir
    Path folder;

    private final AtomicInteger spansTaken = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private HttpServer server;
    private String version = "20.26.1";
    private int intakeStatus = 200;
    private int laterStatus = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, 404, "{}"));
        server.createContext("/arize_phoenix_version", exchange -> answer(exchange, 200, version));
        server.createContext("/v1/traces", this::take);
        server.createContext("/v1/projects/my tickets/spans", this::show);
        server.createContext(
                "/api/public/health", exchange -> answer(exchange, 200, "{\"status\":\"OK\",\"version\":\"4.16.0\"}"));
        server.createContext("/api/public/otel/v1/traces", this::take);
        server.createContext("/api/public/v2/observations", this::show);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTestSpanIsSentToPhoenixAndFoundThere() {
        CommandRunner.Result result = phoenix().run(live());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().filter(line -> line.contains(" phoenix ")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("ok      phoenix    set: traces to %s/v1/traces by http/protobuf"
                                        .formatted(url())),
                        line -> assertThat(line).isEqualTo("ok      phoenix    version 20.26.1 is there"),
                        line -> assertThat(line)
                                .matches("ok {6}phoenix {4}took a test span, 'ticket-summarizer doctor', trace"
                                        + " [0-9a-f]{32}"),
                        line -> assertThat(line).isEqualTo("ok      phoenix    has the test span"),
                        line -> assertThat(line)
                                .matches("ok {6}phoenix {4}took what waited when a program ended, in \\d+ ms"));
        assertThat(result.out()).doesNotContain(KEY);
        assertThat(spansTaken).hasValue(2);
    }

    @Test
    void langfuseIsAskedWithItsKeys() {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("LANGFUSE_HOST", url())
                .with("LANGFUSE_PUBLIC_KEY", "pk")
                .with("LANGFUSE_SECRET_KEY", KEY)
                .run(live());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("ok      langfuse   version 4.16.0 is there", "ok      langfuse   has the test span")
                .doesNotContain(KEY);
    }

    @Test
    void nothingIsSentWithoutLive() {
        CommandRunner.Result result = phoenix().run("doctor", "--model-provider", "offline");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("ok      phoenix    set: ").doesNotContain("version");
        assertThat(spansTaken).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 3, the credentials are refused (HTTP 401); check PHOENIX_API_KEY",
        "404, 4, 'nothing takes spans at this address (HTTP 404); check endpoint and protocol: it takes spans over HTTP on"
                + " its web port, 6006, and by gRPC on 4317'",
        "503, 4, 'it is down or overloaded (HTTP 503); give it more room, or wait'",
    })
    void aRefusalComesWithAWayOut(int status, int exitCode, String text) {
        intakeStatus = status;

        CommandRunner.Result result = phoenix().run(live());

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out()).contains("failed  phoenix    " + text).doesNotContain(KEY);
    }

    @Test
    void aPlatformThatGetsNothingOfWhatWaitsAtTheEndIsTold() {
        laterStatus = 400;

        CommandRunner.Result result = phoenix().run(live());

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out().lines().filter(line -> line.startsWith("failed")))
                .singleElement()
                .asString()
                .matches(
                        "failed {2}phoenix {4}did not take what waited when a program ended, which gave up after \\d+ ms;"
                                + " the last spans of a run would be lost: give it more room, and look at its log");
    }

    @Test
    void anOldVersionIsTold() {
        version = "11.4.0";

        assertThat(phoenix().run(live()).out())
                .contains("note    phoenix    version 11.4.0 is older than 20, from which on traces are known to look"
                        + " right; update it");
    }

    @Test
    void aPlatformThatIsNotThereIsTold() throws IOException {
        // Bound and not listening, so that no server of another test can come to answer there.
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String address = "http://localhost:" + silent.getLocalPort();

            CommandRunner.Result result =
                    phoenix().with("PHOENIX_OTLP_ENDPOINT", address).run(live());

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.out())
                    .contains(
                            "failed  phoenix    nothing answers there (ConnectException); start it, or mend the endpoint");
        }
    }

    @Test
    void httpToThePortOfGrpcIsToldAsAWrongProtocol() throws IOException {
        try (OtlpReceiver grpc = new OtlpReceiver()) {
            grpc.start(0, 0);

            CommandRunner.Result result = phoenix()
                    .with("PHOENIX_OTLP_ENDPOINT", grpc.grpcUrl().toString())
                    .run(live());

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(failure(result))
                    .contains("it breaks the connection off, as one does that speaks another protocol")
                    .endsWith(
                            "check endpoint and protocol: it takes spans over HTTP on its web port, 6006, and by gRPC on"
                                    + " 4317");
        }
    }

    @Test
    void grpcToThePortOfHttpIsToldAsAWrongProtocol() {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("OTEL_EXPORTER_OTLP_ENDPOINT", url())
                .with("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
                .run(live());

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(failure(result))
                .endsWith("check endpoint and protocol: OTLP over HTTP mostly has port 4318 or none, gRPC 4317");
    }

    @Test
    void aCertificateThatIsNotTrustedIsTold() throws IOException {
        HandshakeCertificates self = new HandshakeCertificates.Builder()
                .heldCertificate(new HeldCertificate.Builder()
                        .addSubjectAlternativeName("localhost")
                        .build())
                .build();
        HttpsServer secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(self.sslContext()));
        secured.start();

        CommandRunner.Result result = phoenix()
                .with(
                        "PHOENIX_OTLP_ENDPOINT",
                        "https://localhost:" + secured.getAddress().getPort())
                .run(live());

        secured.stop(0);
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(failure(result))
                .contains("its certificate is not trusted, or it does not trust us (SSLHandshakeException); ")
                .contains("OTEL_EXPORTER_OTLP_CERTIFICATE");
    }

    /** OpenTelemetry logs through the JDK, with stack traces and what was answered. */
    @Test
    void aFailureIsToldByItsFindingAlone() {
        intakeStatus = 400;

        assertThat(phoenix().run(live()).exitCode()).isEqualTo(4);

        assertThat(LogManager.getLogManager().getLogger("").getHandlers())
                .isNotEmpty()
                .noneMatch(ConsoleHandler.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_BSP_MAX_QUEUE_SIZE, lots, 'is not a whole number from 1 to 1000000'",
        "TELEMETRY_CONTENT, nope, 'is not full, redacted or none'",
        "TELEMETRY_CONTENT_MAX_CHARS, -3, 'is not a whole number from 256 to 1000000'",
        "OPENINFERENCE_HIDE_INPUTS, yes, 'is not true or false'",
        "TRACING_ENABLED, no, 'is not true or false'",
    })
    void whatWouldStopTheStartIsAFinding(String name, String value, String problem) {
        CommandRunner.Result result = phoenix().with(name, value).run("doctor", "--model-provider", "offline");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(failure(result)).isEqualTo("failed  traces     %s: '%s' %s".formatted(name, value, problem));
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_TRACES_SAMPLER, always_off, OTEL_TRACES_SAMPLER=always_off",
        "OTEL_SDK_DISABLED, TRUE, OTEL_SDK_DISABLED=true",
        "TRACING_ENABLED, False, TRACING_ENABLED=false",
    })
    void whatKeepsAllTracesBackIsTold(String name, String value, String by) {
        assertThat(phoenix()
                        .with(name, value)
                        .run("doctor", "--model-provider", "offline")
                        .out())
                .contains("note    traces     off, by " + by);
    }

    @Test
    void anotherServerAtTheAddressIsTold() {
        version = "<!doctype html>";

        CommandRunner.Result result = phoenix().run(live());

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out())
                .contains("failed  phoenix    what answers at %s does not say that it is phoenix; check the endpoint"
                        .formatted(url()));
    }

    @Test
    void whatIsMissingIsAFinding() {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("TELEMETRY_PLATFORMS", "langfuse")
                .run("doctor", "--model-provider", "offline");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).contains("failed  traces     LANGFUSE_SECRET_KEY: not set, and langfuse needs it");
    }

    private static String failure(CommandRunner.Result result) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith("failed"))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private CommandRunner phoenix() {
        return new CommandRunner(folder)
                .with("PHOENIX_OTLP_ENDPOINT", url())
                .with("PHOENIX_PROJECT_NAME", "my tickets")
                .with("PHOENIX_API_KEY", KEY);
    }

    private static String[] live() {
        return new String[] {"doctor", "--live", "--model-provider", "offline"};
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        int status = spansTaken.getAndIncrement() == 0 ? intakeStatus : laterStatus;
        answer(exchange, isAuthorized(exchange) ? status : 401, "");
    }

    /** Empty at the first look: a platform shows a span some time after it took it. */
    private void show(HttpExchange exchange) throws IOException {
        boolean isThere = looks.incrementAndGet() > 1 && spansTaken.get() > 0;
        answer(exchange, isAuthorized(exchange) ? 200 : 401, isThere ? "{\"data\":[{}]}" : "{\"data\":[]}");
    }

    private static boolean isAuthorized(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return authorization != null
                && (authorization.equals("Bearer " + KEY) || authorization.equals("Basic cGs6a2V5LTEyMzQ1Njc4OTA="));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
