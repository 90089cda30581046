package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Comet Opik: {@code OPIK_URL_OVERRIDE} for a server of one's own, such as {@code http://localhost:5173/api}, which may do
 * without a key; {@code OPIK_API_KEY}, {@code OPIK_WORKSPACE}, {@code OPIK_PROJECT_NAME}.
 *
 * @param api address of its API
 */
public record Opik(
        URI api, @Nullable Secret apiKey, @Nullable String workspace, String project) implements Platform {
    static final String NAME = "opik";
    private static final String URL = "OPIK_URL_OVERRIDE";
    private static final String KEY = "OPIK_API_KEY";
    private static final String CLOUD = "https://www.comet.com/opik/api";

    static Optional<Platform> read(PlatformSettings settings) {
        Optional<URI> api = settings.url(URL, CLOUD);
        if (settings.text(URL) == null && !settings.requireAll(NAME, KEY)) {
            return Optional.empty();
        }
        @Nullable Secret key = settings.secret(KEY);
        String workspace = settings.headerText("OPIK_WORKSPACE", "");
        String project = settings.headerText("OPIK_PROJECT_NAME", DEFAULT_PROJECT);
        return api.map(url -> new Opik(url, key, workspace.isEmpty() ? null : workspace, project));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The key stands alone in its header, without a word for the scheme. */
    @Override
    public OtlpTarget target() {
        Map<String, Secret> headers = new HashMap<>(Map.of("projectName", new Secret(project)));
        if (apiKey != null) {
            headers.put("authorization", apiKey);
        }
        if (workspace != null) {
            headers.put("Comet-Workspace", new Secret(workspace));
        }
        return new OtlpTarget(OtlpProtocol.HTTP_PROTOBUF, Addresses.below(api, "/v1/private/otel/v1/traces"), headers);
    }
}
