package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Langfuse: {@code LANGFUSE_HOST}, else {@code LANGFUSE_BASE_URL}; {@code LANGFUSE_PUBLIC_KEY} and {@code
 * LANGFUSE_SECRET_KEY}. The keys decide which project the traces are in.
 *
 * @param server address of the server; its public API is there too
 */
public record Langfuse(URI server, String publicKey, Secret secretKey) implements Platform {
    static final String NAME = "langfuse";
    static final String PUBLIC_KEY = "LANGFUSE_PUBLIC_KEY";
    static final String SECRET_KEY = "LANGFUSE_SECRET_KEY";
    private static final String HOST = "LANGFUSE_HOST";
    private static final String CLOUD = "https://cloud.langfuse.com";

    static Optional<Platform> read(PlatformSettings settings) {
        Optional<URI> server = settings.url(settings.text(HOST) == null ? "LANGFUSE_BASE_URL" : HOST, CLOUD);
        if (!settings.requireAll(NAME, PUBLIC_KEY, SECRET_KEY)) {
            return Optional.empty();
        }
        String publicKey = settings.headerText(PUBLIC_KEY, "");
        Secret secretKey = settings.requiredSecret(SECRET_KEY);
        return server.map(url -> new Langfuse(url, publicKey, secretKey));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** What the whole of its API asks for. */
    public Secret authorization() {
        byte[] keys = "%s:%s".formatted(publicKey, secretKey.value()).getBytes(StandardCharsets.UTF_8);
        return new Secret("Basic " + Base64.getEncoder().encodeToString(keys));
    }

    /** With the ingestion version that shows traces at once in Langfuse 4; others pass over it. */
    @Override
    public OtlpTarget target() {
        return new OtlpTarget(
                OtlpProtocol.HTTP_PROTOBUF,
                Addresses.below(server, "/api/public/otel/v1/traces"),
                Map.of("authorization", authorization(), "x-langfuse-ingestion-version", new Secret("4")));
    }
}
