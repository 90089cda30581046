package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Arize AX: {@code ARIZE_SPACE_ID}, {@code ARIZE_API_KEY}, {@code ARIZE_PROJECT_NAME}, {@code ARIZE_COLLECTOR_ENDPOINT} for
 * Europe or a server of one's own.
 */
public record ArizeAx(URI collector, OtlpProtocol protocol, String spaceId, Secret apiKey, String project)
        implements Platform {
    static final String NAME = "arize";
    private static final String SPACE = "ARIZE_SPACE_ID";
    private static final String KEY = "ARIZE_API_KEY";

    static Optional<Platform> read(PlatformSettings settings) {
        Optional<URI> collector = settings.url("ARIZE_COLLECTOR_ENDPOINT", "https://otlp.arize.com/v1");
        OtlpProtocol protocol = settings.protocol(NAME, collector);
        if (!settings.requireAll(NAME, SPACE, KEY)) {
            return Optional.empty();
        }
        String space = settings.headerText(SPACE, "");
        Secret key = settings.requiredSecret(KEY);
        String project = settings.text("ARIZE_PROJECT_NAME", DEFAULT_PROJECT);
        return collector.map(url -> new ArizeAx(url, protocol, space, key, project));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OtlpTarget target() {
        return new OtlpTarget(
                protocol,
                Addresses.traces(protocol, collector),
                Map.of(
                        "authorization",
                        apiKey,
                        "arize-space-id",
                        new Secret(spaceId),
                        "arize-interface",
                        new Secret("otel")));
    }
}
