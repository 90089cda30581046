package io.github.ticketsummarizer.cli.doctor;

import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.export.OtlpConnection;
import io.github.ticketsummarizer.telemetry.export.TraceExport;
import io.github.ticketsummarizer.telemetry.platform.OtlpTarget;
import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.github.ticketsummarizer.telemetry.platform.Platforms;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Why no traces are seen. */
public final class TraceChecks {
    private static final String SUBJECT = "traces";

    private final Settings settings;
    private final Duration patience;

    /**
     * Makes no connection yet.
     *
     * @param patience how long a platform may take to show a span that it took
     */
    public TraceChecks(Settings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    /**
     * Looks at every platform that is set.
     *
     * @param live whether to send each platform a span, and ask for it back
     */
    public List<Finding> look(boolean live) throws InterruptedException {
        if (!settings.flag(TraceExport.ENABLED, true)) {
            return List.of(Finding.note(SUBJECT, "off, by TRACING_ENABLED=false"));
        }
        Platforms platforms = Platforms.read(settings::text);
        List<Finding> findings = new ArrayList<>();
        platforms.problems().forEach(problem -> findings.add(wrong(problem.setting(), problem.text())));
        OtlpConnection connection =
                OtlpConnection.from(settings::text, (setting, problem) -> findings.add(wrong(setting, problem)));
        if (platforms.platforms().isEmpty() && findings.isEmpty()) {
            findings.add(Finding.note(
                    SUBJECT,
                    "go nowhere; set PHOENIX_OTLP_ENDPOINT, or see docs/observability.md for other platforms"));
        }
        for (Platform platform : platforms.platforms()) {
            findings.addAll(look(platform, connection, live));
        }
        return findings;
    }

    private static Finding wrong(String setting, String problem) {
        return Finding.failed(SUBJECT, "%s: %s".formatted(setting, problem), ExitCode.USAGE);
    }

    private List<Finding> look(Platform platform, OtlpConnection connection, boolean live) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        OtlpTarget target = platform.target();
        findings.add(Finding.ok(
                platform.name(),
                "set: traces to %s by %s"
                        .formatted(target.url(), target.protocol().wireName())));
        if (live) {
            try (HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(patience)
                    .build()) {
                findings.addAll(new PlatformCheck(client, platform, connection, patience).look());
            }
        }
        return findings;
    }
}
