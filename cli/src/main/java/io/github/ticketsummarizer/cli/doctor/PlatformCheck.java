package io.github.ticketsummarizer.cli.doctor;

import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.telemetry.export.ExportFailure;
import io.github.ticketsummarizer.telemetry.export.OtlpConnection;
import io.github.ticketsummarizer.telemetry.export.PlatformProbe;
import io.github.ticketsummarizer.telemetry.platform.ArizeAx;
import io.github.ticketsummarizer.telemetry.platform.Braintrust;
import io.github.ticketsummarizer.telemetry.platform.Collector;
import io.github.ticketsummarizer.telemetry.platform.LangSmith;
import io.github.ticketsummarizer.telemetry.platform.Langfuse;
import io.github.ticketsummarizer.telemetry.platform.Opik;
import io.github.ticketsummarizer.telemetry.platform.OtherPlatform;
import io.github.ticketsummarizer.telemetry.platform.OtlpProtocol;
import io.github.ticketsummarizer.telemetry.platform.Phoenix;
import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.github.ticketsummarizer.telemetry.platform.Secret;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * A look at one platform that costs it two spans of one trace: is it there, how old, does it take a span, does it have it
 * then, and does it get what waits when a program ends.
 */
final class PlatformCheck {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(250);
    private static final int OK = 200;

    private final HttpClient client;
    private final Platform platform;
    private final OtlpConnection connection;
    private final Duration patience;

    PlatformCheck(HttpClient client, Platform platform, OtlpConnection connection, Duration patience) {
        this.client = client;
        this.platform = platform;
        this.connection = connection;
        this.patience = patience;
    }

    /**
     * What a platform with an API that can be asked is asked by.
     *
     * @param versionPath what answers with the version, without credentials
     * @param oldest the first major version that is known to read our traces right
     * @param spansPath what answers with the spans of a trace, whose id comes behind it
     */
    private record Api(PlatformServer server, String versionPath, int oldest, String spansPath) {}

    private Optional<Api> api() {
        return switch (platform) {
            case Phoenix phoenix when phoenix.protocol() == OtlpProtocol.HTTP_PROTOBUF -> Optional.of(api(phoenix));
            case Langfuse langfuse -> Optional.of(api(langfuse));
            case Phoenix _, Opik _, Braintrust _, LangSmith _, ArizeAx _, Collector _, OtherPlatform _ ->
                Optional.empty();
        };
    }

    private Api api(Phoenix phoenix) {
        Secret key = phoenix.apiKey();
        String project =
                URLEncoder.encode(phoenix.project(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Api(
                new PlatformServer(client, phoenix.server(), key == null ? null : new Secret("Bearer " + key.value())),
                "/arize_phoenix_version",
                20,
                "/v1/projects/" + project + "/spans?limit=1&trace_id=");
    }

    private Api api(Langfuse langfuse) {
        return new Api(
                new PlatformServer(client, langfuse.server(), langfuse.authorization()),
                "/api/public/health",
                4,
                "/api/public/v2/observations?limit=1&traceId=");
    }

    List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Optional<Api> api = api();
        try {
            if (api.isPresent()) {
                Finding version = version(api.get());
                findings.add(version);
                if (version.exitCode() != ExitCode.OK) {
                    return findings;
                }
            }
        } catch (SSLException notTrusted) {
            // Exporters may trust more than this client; what they say below is what counts.
            api = Optional.empty();
        }
        PlatformProbe.Answer answer = PlatformProbe.send(platform, connection);
        if (answer.failure().isPresent()) {
            findings.add(refused(answer.failure().get()));
            return findings;
        }
        findings.add(taken(answer));
        if (api.isPresent()) {
            findings.add(arrived(api.get(), answer));
        }
        findings.add(atExit(PlatformProbe.exit(platform, connection, answer)));
        return findings;
    }

    private Finding version(Api api) throws InterruptedException, SSLException {
        try {
            PlatformServer.Reply reply = api.server().get(api.versionPath());
            String version = reply.body().path("version").asText(reply.text());
            Optional<Integer> major = major(version);
            if (reply.status() != OK || major.isEmpty()) {
                return Finding.failed(
                        platform.name(),
                        "what answers at %s does not say that it is %s; check the endpoint"
                                .formatted(api.server().address(), platform.name()),
                        ExitCode.UNREACHABLE);
            }
            return major.get() >= api.oldest()
                    ? Finding.ok(platform.name(), "version %s is there".formatted(version))
                    : Finding.note(
                            platform.name(),
                            "version %s is older than %d, from which on traces are known to look right; update it"
                                    .formatted(version, api.oldest()));
        } catch (SSLException notTrusted) {
            throw notTrusted;
        } catch (IOException e) {
            return refused(ExportFailure.ofConnection(e));
        }
    }

    private static Optional<Integer> major(String version) {
        String digits = version.replaceFirst("^v", "").replaceFirst("\\..*", "");
        return digits.matches("\\d{1,4}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private Finding taken(PlatformProbe.Answer answer) {
        return Finding.ok(
                platform.name(),
                "took a test span, '%s', trace %s".formatted(PlatformProbe.SPAN_NAME, answer.traceId()));
    }

    private Finding atExit(PlatformProbe.Exit exit) {
        return exit.sent()
                ? Finding.ok(
                        platform.name(),
                        "took what waited when a program ended, in %d ms"
                                .formatted(exit.took().toMillis()))
                : Finding.failed(
                        platform.name(),
                        "did not take what waited when a program ended, which gave up after %d ms; the last spans of a run"
                                        .formatted(exit.took().toMillis())
                                + " would be lost: give it more room, and look at its log",
                        ExitCode.UNREACHABLE);
    }

    private Finding refused(ExportFailure failure) {
        String wayOut = switch (failure.kind()) {
            case CREDENTIALS -> "check " + credentials();
            case ADDRESS -> address();
            case UNREACHABLE -> "start it, or mend the endpoint";
            case SILENT -> "wait until it does; else " + address();
            case TLS ->
                "name a PEM file with what to trust in OTEL_EXPORTER_OTLP_CERTIFICATE, or write http:// where it has no TLS";
            case BUSY -> "give it more room, or wait";
            case REFUSED -> "its own log says why";
        };
        return Finding.failed(
                platform.name(),
                "%s; %s".formatted(failure.text(), wayOut),
                failure.kind() == ExportFailure.Kind.CREDENTIALS ? ExitCode.CREDENTIALS : ExitCode.UNREACHABLE);
    }

    private String credentials() {
        return switch (platform) {
            case Phoenix _ -> "PHOENIX_API_KEY";
            case Langfuse _ ->
                "LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY: both of one project, and of the server that LANGFUSE_HOST"
                        + " names";
            case Opik _ -> "OPIK_API_KEY and OPIK_WORKSPACE";
            case Braintrust _ -> "BRAINTRUST_API_KEY and BRAINTRUST_PARENT";
            case LangSmith _ -> "LANGSMITH_API_KEY, and LANGSMITH_ENDPOINT for the region it belongs to";
            case ArizeAx _ -> "ARIZE_API_KEY and ARIZE_SPACE_ID";
            case Collector _ -> "OTEL_EXPORTER_OTLP_HEADERS";
            case OtherPlatform other ->
                "TELEMETRY_%s_HEADERS"
                        .formatted(other.name().toUpperCase(Locale.ROOT).replace('-', '_'));
        };
    }

    private String address() {
        return platform instanceof Phoenix
                ? "check endpoint and protocol: it takes spans over HTTP on its web port, 6006, and by gRPC on 4317"
                : "check endpoint and protocol: OTLP over HTTP mostly has port 4318 or none, gRPC 4317";
    }

    private Finding arrived(Api api, PlatformProbe.Answer answer) throws InterruptedException {
        String path = api.spansPath() + answer.traceId();
        long giveUpAt = System.nanoTime() + patience.toNanos();
        int status;
        do {
            try {
                PlatformServer.Reply reply = api.server().get(path);
                status = reply.status();
                if (status == OK && !reply.body().path("data").isEmpty()) {
                    return Finding.ok(platform.name(), "has the test span");
                }
            } catch (IOException e) {
                status = 0;
            }
            Thread.sleep(LOOK_INTERVAL);
        } while (System.nanoTime() < giveUpAt);
        return Finding.failed(
                platform.name(),
                "took the test span, and does not show it after %d s (HTTP %d); its own log says why"
                        .formatted(patience.toSeconds(), status),
                ExitCode.UNREACHABLE);
    }
}
