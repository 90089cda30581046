package io.github.ticketsummarizer.telemetry.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How spans travel, named as in {@code OTEL_EXPORTER_OTLP_PROTOCOL}. */
public enum OtlpProtocol {
    HTTP_PROTOBUF("http/protobuf"),
    GRPC("grpc");

    private final String wireName;

    OtlpProtocol(String wireName) {
        this.wireName = wireName;
    }

    /** The name in settings. */
    public String wireName() {
        return wireName;
    }

    /**
     * The protocol of a name.
     *
     * @throws IllegalArgumentException when no protocol has the name; the message lists them
     */
    public static OtlpProtocol fromName(String name) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is not one of %s"
                        .formatted(
                                name,
                                Arrays.stream(values())
                                        .map(OtlpProtocol::wireName)
                                        .collect(Collectors.joining(", ")))));
    }
}
