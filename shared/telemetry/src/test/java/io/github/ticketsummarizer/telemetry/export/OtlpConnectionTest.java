package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.telemetry.platform.OtherPlatform;
import io.github.ticketsummarizer.telemetry.platform.OtlpProtocol;
import io.github.ticketsummarizer.telemetry.platform.OtlpTarget;
import io.github.ticketsummarizer.telemetry.platform.Platform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtlpConnectionTest {
    private static final HeldCertificate SERVER =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    private static final HeldCertificate CLIENT = new HeldCertificate.Builder().build();

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();

    @Test
    void nothingIsChangedWhereNothingIsSet() {
        assertThat(read(Map.of())).isEqualTo(new OtlpConnection(null, null, null, null, null));
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsSetForTracesComesFirst() {
        OtlpConnection connection = read(Map.of(
                "OTEL_EXPORTER_OTLP_TIMEOUT", "2500",
                "OTEL_EXPORTER_OTLP_COMPRESSION", "none",
                "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "3s",
                "OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "gzip"));

        assertThat(connection.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(connection.compression()).isEqualTo("gzip");
        assertThat(read(Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "2500")).timeout()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsWrongIsToldByTheNameThatIsSet() throws IOException {
        String noPem = file("no.pem", "no certificate");
        read(Map.of(
                "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT",
                "abc",
                "OTEL_EXPORTER_OTLP_COMPRESSION",
                "zstd",
                "OTEL_EXPORTER_OTLP_CERTIFICATE",
                noPem,
                "OTEL_EXPORTER_OTLP_CLIENT_KEY",
                noPem));
        read(Map.of(
                "OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE",
                "/no/such/file",
                "OTEL_EXPORTER_OTLP_CLIENT_KEY",
                noPem,
                "OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE",
                file("client.pem", CLIENT.certificatePem())));

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: 'abc' is not a number of milliseconds",
                        "OTEL_EXPORTER_OTLP_COMPRESSION: 'zstd' is not one of gzip, none",
                        "OTEL_EXPORTER_OTLP_CERTIFICATE: the file has no certificate in PEM",
                        "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: not set, and a client's key and certificate need each"
                                + " other",
                        "OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE: the file '/no/such/file' cannot be read",
                        "OTEL_EXPORTER_OTLP_CLIENT_KEY: is not, with its certificate, a key of PKCS #8 in PEM");
    }

    @Test
    void aPlatformWithACertificateOfItsOwnTakesSpansFromAClientThatItKnows() throws IOException {
        HttpServer server = tls();
        try {
            Platform platform = platform(
                    OtlpProtocol.HTTP_PROTOBUF,
                    URI.create("https://localhost:%d/v1/traces"
                            .formatted(server.getAddress().getPort())));
            Map<String, String> settings = Map.of(
                    "OTEL_EXPORTER_OTLP_CERTIFICATE", file("server.pem", SERVER.certificatePem()),
                    "OTEL_EXPORTER_OTLP_CLIENT_KEY", file("client-key.pem", CLIENT.privateKeyPkcs8Pem()),
                    "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", file("client.pem", CLIENT.certificatePem()));

            assertThat(PlatformProbe.send(platform, read(settings)).failure()).isEmpty();
            assertThat(PlatformProbe.send(platform, read(Map.of())).failure())
                    .map(ExportFailure::kind)
                    .contains(ExportFailure.Kind.TLS);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anExportTakesNoLongerThanItMayByEitherProtocol() throws IOException {
        OtlpConnection impatient = read(Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "200"));
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            receiver.start(0, 0);
            receiver.faults(request -> new Fault.Hang());
            long from = System.nanoTime();

            Optional<ExportFailure> http = PlatformProbe.send(
                            platform(
                                    OtlpProtocol.HTTP_PROTOBUF,
                                    receiver.httpUrl().resolve("/v1/traces")),
                            impatient)
                    .failure();
            Optional<ExportFailure> grpc = PlatformProbe.send(
                            platform(OtlpProtocol.GRPC, receiver.grpcUrl()), impatient)
                    .failure();

            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(8));
            assertThat(List.of(http, grpc))
                    .allSatisfy(failure -> assertThat(failure).isPresent());
        }
    }

    /** A server that lets in whoever has the client's certificate. */
    private static HttpServer tls() throws IOException {
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .heldCertificate(SERVER)
                .addTrustedCertificate(CLIENT.certificate())
                .build();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.sslContext()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                ssl.setNeedClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        return server;
    }

    private static Platform platform(OtlpProtocol protocol, URI address) {
        return new OtherPlatform("acme", new OtlpTarget(protocol, address, Map.of()));
    }

    private OtlpConnection read(Map<String, String> settings) {
        return OtlpConnection.from(settings::get, (setting, problem) -> problems.add(setting + ": " + problem));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
