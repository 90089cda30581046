package io.github.ticketsummarizer.cli.doctor;

import io.github.ticketsummarizer.model.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands between this machine and a provider: proxies, and clocks that differ. */
public final class NetworkChecks {
    private static final List<String> PROXY_VARIABLES =
            List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy");
    private static final String HTTPS_PROXY_PROPERTY = "https.proxyHost";
    private static final String HTTP_PROXY_PROPERTY = "http.proxyHost";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Waits until a date, and the times of traces, go wrong with more. */
    private static final Duration MOST_SKEW = Duration.ofSeconds(30);

    private final Map<String, String> environment;
    private final Clock clock;

    public NetworkChecks(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** Whether connections go through a proxy. */
    public Finding proxy() {
        String https = System.getProperty(HTTPS_PROXY_PROPERTY);
        String http = System.getProperty(HTTP_PROXY_PROPERTY);
        if (https != null || http != null) {
            return Finding.ok("proxy", "https:// goes %s, http:// %s".formatted(through(https), through(http)));
        }
        Optional<String> variable = PROXY_VARIABLES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
        return variable.isEmpty()
                ? Finding.ok("proxy", "none")
                : Finding.note(
                        "proxy",
                        "%s is set, but a JVM goes by its own options: TICKET_SUMMARIZER_JAVA_OPTS='-Dhttps.proxyHost=HOST"
                                        .formatted(variable.get())
                                + " -Dhttps.proxyPort=PORT', and the same with http. for servers at http://");
    }

    private static String through(@Nullable String proxy) {
        return proxy == null ? "without one" : "through " + proxy;
    }

    /** Whether a server can be reached, and what time it is there. */
    public Finding clock(URI server) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(server)
                            .timeout(PATIENCE)
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return skew(server, answer);
        } catch (IOException e) {
            return Finding.failed(
                    "network",
                    "%s cannot be reached (%s)"
                            .formatted(server.getHost(), reason(e).getClass().getSimpleName()),
                    ExitCode.UNREACHABLE);
        }
    }

    /** Without what the client puts around it. */
    private static Throwable reason(IOException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null && reason.getClass().equals(IOException.class)) {
            reason = reason.getCause();
        }
        return reason;
    }

    private Finding skew(URI server, HttpResponse<Void> answer) {
        Optional<Duration> skew = answer.headers().firstValue("Date").flatMap(this::behind);
        if (skew.isEmpty()) {
            return Finding.ok("clock", "%s answers, and does not say what time it is".formatted(server.getHost()));
        }
        String text = "this machine and %s differ by %d s"
                .formatted(server.getHost(), skew.get().abs().toSeconds());
        return skew.get().abs().compareTo(MOST_SKEW) <= 0
                ? Finding.ok("clock", text)
                : Finding.failed("clock", text + "; set this machine's clock", ExitCode.USAGE);
    }

    private Optional<Duration> behind(String date) {
        try {
            return Optional.of(
                    Duration.between(clock.instant(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
