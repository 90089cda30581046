package io.github.ticketsummarizer.cli.doctor;

import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.telemetry.export.OtlpConnection;
import io.github.ticketsummarizer.telemetry.export.TraceExport;
import io.github.ticketsummarizer.telemetry.platform.OtlpTarget;
import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.github.ticketsummarizer.telemetry.sdk.JdkLog;
import io.github.ticketsummarizer.telemetry.sdk.TelemetrySettings;
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
     * @param settings of which nothing was read yet
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
        TelemetrySettings telemetry = TelemetrySettings.read(settings);
        List<Finding> findings = new ArrayList<>(problems());
        if (!telemetry.isEnabled()) {
            findings.add(off(TraceExport.ENABLED + "=false"));
            return findings;
        }
        telemetry.silencedBy().ifPresent(setting -> findings.add(off(setting)));
        if (telemetry.platforms().isEmpty() && findings.isEmpty()) {
            findings.add(Finding.note(
                    SUBJECT,
                    "go nowhere; set PHOENIX_OTLP_ENDPOINT, or see docs/observability.md for other platforms"));
        }
        for (Platform platform : telemetry.platforms()) {
            findings.addAll(look(platform, telemetry.connection(), live));
        }
        return findings;
    }

    private List<Finding> problems() {
        try {
            settings.requireValid();
            return List.of();
        } catch (SettingsException wrong) {
            return wrong.problems().stream()
                    .map(problem -> Finding.failed(SUBJECT, problem, ExitCode.USAGE))
                    .toList();
        }
    }

    private static Finding off(String setting) {
        return Finding.note(SUBJECT, "off, by " + setting);
    }

    private List<Finding> look(Platform platform, OtlpConnection connection, boolean live) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        OtlpTarget target = platform.target();
        findings.add(Finding.ok(
                platform.name(),
                "set: traces to %s by %s"
                        .formatted(target.url(), target.protocol().wireName())));
        if (live) {
            // What OpenTelemetry logs of a failure is what the finding says.
            JdkLog.join();
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
