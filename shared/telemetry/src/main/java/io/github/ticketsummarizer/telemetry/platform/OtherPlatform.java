package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Any other platform that takes OTLP: {@code TELEMETRY_<NAME>_ENDPOINT}, {@code TELEMETRY_<NAME>_PROTOCOL}, {@code
 * TELEMETRY_<NAME>_HEADERS}.
 */
public record OtherPlatform(String name, OtlpTarget target) implements Platform {
    static Optional<Platform> read(String name, PlatformSettings settings) {
        String endpoint = PlatformSettings.setting(name, "ENDPOINT");
        if (!name.matches("[a-z0-9_-]+") || settings.text(endpoint) == null) {
            settings.problem(
                    Platforms.SETTING,
                    "'%s' is none of %s; for another platform set %s"
                            .formatted(name, String.join(", ", Platforms.KNOWN), endpoint));
            return Optional.empty();
        }
        Optional<URI> url = settings.url(endpoint);
        OtlpProtocol protocol = settings.protocol(name, url);
        Map<String, Secret> headers = settings.headers(PlatformSettings.setting(name, "HEADERS"));
        return url.map(
                address -> new OtherPlatform(name, new OtlpTarget(protocol, target(protocol, address), headers)));
    }

    /** An address that names a path is taken as it is: some platforms end in something else than {@code /v1/traces}. */
    private static URI target(OtlpProtocol protocol, URI address) {
        boolean namesPath = address.getPath() != null && !address.getPath().isEmpty();
        return protocol == OtlpProtocol.HTTP_PROTOBUF && namesPath ? address : Addresses.traces(protocol, address);
    }
}
