package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How spans travel, named as in {@code OTEL_EXPORTER_OTLP_PROTOCOL}. */
public enum OtlpProtocol {
    HTTP_PROTOBUF("http/protobuf"),
    GRPC("grpc");

    /** Registered for OTLP over gRPC (https://www.iana.org/assignments/service-names-port-numbers). */
    private static final int GRPC_PORT = 4317;

    private final String wireName;

    OtlpProtocol(String wireName) {
        this.wireName = wireName;
    }

    /** The name in settings. */
    public String wireName() {
        return wireName;
    }

    /** The one that the address's port is for, where nobody has said: gRPC for its own port, else HTTP. */
    public static OtlpProtocol at(URI address) {
        return address.getPort() == GRPC_PORT ? GRPC : HTTP_PROTOBUF;
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
