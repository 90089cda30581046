package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Arize Phoenix: {@code PHOENIX_OTLP_ENDPOINT}, else {@code PHOENIX_COLLECTOR_ENDPOINT}; {@code PHOENIX_API_KEY} where it
 * asks for one, {@code PHOENIX_PROJECT_NAME}, {@code PHOENIX_CLIENT_HEADERS}.
 *
 * @param server address of the server; its REST API is there too, unless the protocol is gRPC
 */
public record Phoenix(
        URI server, OtlpProtocol protocol, @Nullable Secret apiKey, String project, Map<String, Secret> moreHeaders)
        implements Platform {
    static final String NAME = "phoenix";
    static final String ENDPOINT = "PHOENIX_OTLP_ENDPOINT";
    static final String OTHER_ENDPOINT = "PHOENIX_COLLECTOR_ENDPOINT";

    public Phoenix {
        moreHeaders = Map.copyOf(moreHeaders);
    }

    static Optional<Platform> read(PlatformSettings settings) {
        String setting =
                settings.text(ENDPOINT) == null && settings.text(OTHER_ENDPOINT) != null ? OTHER_ENDPOINT : ENDPOINT;
        if (!settings.requireAll(NAME, setting)) {
            return Optional.empty();
        }
        Optional<URI> server = settings.url(setting);
        OtlpProtocol protocol = settings.protocol(NAME, server);
        @Nullable Secret key = settings.secret("PHOENIX_API_KEY");
        String project = settings.headerText("PHOENIX_PROJECT_NAME", DEFAULT_PROJECT);
        Map<String, Secret> headers = settings.headers("PHOENIX_CLIENT_HEADERS");
        return server.map(url -> new Phoenix(Addresses.withoutTracesPath(url), protocol, key, project, headers));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OtlpTarget target() {
        Map<String, Secret> headers = new HashMap<>(moreHeaders);
        if (apiKey != null) {
            headers.put("authorization", new Secret("Bearer " + apiKey.value()));
        }
        if (protocol == OtlpProtocol.HTTP_PROTOBUF) {
            headers.put("x-project-name", new Secret(project));
        }
        return new OtlpTarget(protocol, Addresses.traces(protocol, server), headers);
    }
}
