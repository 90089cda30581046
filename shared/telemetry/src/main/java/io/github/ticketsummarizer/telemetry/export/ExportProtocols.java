package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.platform.OtlpProtocol;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the SDK's own exporters send where nobody has said: as traces go, while the SDK alone would take gRPC for any port. */
final class ExportProtocols {
    private static final String PREFIX = "otel.exporter.otlp.";

    private ExportProtocols() {}

    /** Properties for metrics and logs, which the SDK's own exporters send. */
    static Map<String, String> of(ConfigProperties config) {
        Map<String, String> protocols = new HashMap<>();
        for (String signal : List.of("metrics", "logs")) {
            String setting = PREFIX + signal + ".protocol";
            if (text(config, setting) == null && text(config, PREFIX + "protocol") == null) {
                String endpoint = text(config, PREFIX + signal + ".endpoint");
                protocols.put(
                        setting,
                        protocolAt(endpoint == null ? text(config, PREFIX + "endpoint") : endpoint)
                                .wireName());
            }
        }
        return protocols;
    }

    /** An address that cannot be read is the exporter's to refuse. */
    private static OtlpProtocol protocolAt(@Nullable String endpoint) {
        try {
            return endpoint == null ? OtlpProtocol.HTTP_PROTOBUF : OtlpProtocol.at(new URI(endpoint));
        } catch (URISyntaxException notAnAddress) {
            return OtlpProtocol.HTTP_PROTOBUF;
        }
    }

    private static @Nullable String text(ConfigProperties config, String name) {
        String value = config.getString(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
