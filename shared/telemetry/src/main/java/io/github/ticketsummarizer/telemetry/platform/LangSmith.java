package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * LangSmith: {@code LANGSMITH_API_KEY}, {@code LANGSMITH_PROJECT}, {@code LANGSMITH_ENDPOINT} for another region or, as
 * {@code https://HOST/api/v1}, a server of one's own.
 */
public record LangSmith(URI api, Secret apiKey, String project) implements Platform {
    static final String NAME = "langsmith";
    private static final String KEY = "LANGSMITH_API_KEY";

    static Optional<Platform> read(PlatformSettings settings) {
        Optional<URI> api = settings.url("LANGSMITH_ENDPOINT", "https://api.smith.langchain.com");
        if (!settings.requireAll(NAME, KEY)) {
            return Optional.empty();
        }
        Secret key = settings.requiredSecret(KEY);
        String project = settings.headerText("LANGSMITH_PROJECT", DEFAULT_PROJECT);
        return api.map(url -> new LangSmith(url, key, project));
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
                Map.of("x-api-key", apiKey, "Langsmith-Project", new Secret(project)));
    }
}
