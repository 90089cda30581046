package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Braintrust: {@code BRAINTRUST_API_KEY}, {@code BRAINTRUST_PARENT} such as {@code project_name:support}, {@code
 * BRAINTRUST_API_URL} for Europe or a data plane of one's own.
 *
 * @param parent where the traces go: {@code project_name:NAME}, {@code project_id:ID} or {@code experiment_id:ID}; it drops
 *     traces without one
 */
public record Braintrust(URI api, Secret apiKey, String parent) implements Platform {
    static final String NAME = "braintrust";
    private static final String KEY = "BRAINTRUST_API_KEY";

    static Optional<Platform> read(PlatformSettings settings) {
        Optional<URI> api = settings.url("BRAINTRUST_API_URL", "https://api.braintrust.dev");
        if (!settings.requireAll(NAME, KEY)) {
            return Optional.empty();
        }
        Secret key = settings.requiredSecret(KEY);
        String parent = settings.headerText("BRAINTRUST_PARENT", "project_name:" + DEFAULT_PROJECT);
        return api.map(url -> new Braintrust(url, key, parent));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OtlpTarget target() {
        return new OtlpTarget(
                OtlpProtocol.HTTP_PROTOBUF,
                Addresses.below(api, "/otel/v1/traces"),
                Map.of("authorization", new Secret("Bearer " + apiKey.value()), "x-bt-parent", new Secret(parent)));
    }
}
