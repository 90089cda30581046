package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;

/** What is made of the addresses in settings, which come with and without the path of the traces. */
final class Addresses {
    private static final String VERSION = "/v1";
    private static final String TRACES = "/v1/traces";

    private Addresses() {}

    /** For HTTP with the path that OTLP asks for, added where it is missing; for gRPC without any. */
    static URI traces(OtlpProtocol protocol, URI address) {
        return switch (protocol) {
            case GRPC -> address.resolve("/");
            case HTTP_PROTOBUF -> below(withoutTracesPath(address), TRACES);
        };
    }

    /** A server's address, whether or not somebody added the path of its traces. */
    static URI withoutTracesPath(URI address) {
        String text = address.toString();
        if (text.endsWith(TRACES)) {
            return URI.create(text.substring(0, text.length() - TRACES.length()));
        }
        return text.endsWith(VERSION) ? URI.create(text.substring(0, text.length() - VERSION.length())) : address;
    }

    static URI below(URI address, String path) {
        return URI.create(address + path);
    }
}
