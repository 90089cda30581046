package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An OpenTelemetry Collector, or whatever else the variables of every OpenTelemetry program point to: {@code
 * OTEL_EXPORTER_OTLP_ENDPOINT}, {@code …_PROTOCOL} and {@code …_HEADERS}, and the same with {@code OTLP_TRACES}, which win.
 */
public record Collector(OtlpTarget target) implements Platform {
    static final String NAME = "otlp";
    static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
    private static final String TRACES_HEADERS = "OTEL_EXPORTER_OTLP_TRACES_HEADERS";

    static Optional<Platform> read(PlatformSettings settings) {
        boolean isWhole = settings.text(TRACES_ENDPOINT) != null;
        Optional<URI> url = isWhole ? settings.url(TRACES_ENDPOINT) : settings.url(ENDPOINT, "http://localhost:4318");
        OtlpProtocol protocol = settings.collectorProtocol(url);
        Map<String, Secret> headers = settings.headers(headersSetting(settings));
        return url.map(address -> new Collector(new OtlpTarget(protocol, traces(protocol, isWhole, address), headers)));
    }

    private static URI traces(OtlpProtocol protocol, boolean isWhole, URI address) {
        return switch (protocol) {
            case GRPC -> Addresses.traces(protocol, address);
            case HTTP_PROTOBUF -> isWhole ? address : Addresses.below(address, "/v1/traces");
        };
    }

    private static String headersSetting(PlatformSettings settings) {
        @Nullable String traces = settings.text(TRACES_HEADERS);
        return traces == null ? HEADERS : TRACES_HEADERS;
    }

    @Override
    public String name() {
        return NAME;
    }
}
