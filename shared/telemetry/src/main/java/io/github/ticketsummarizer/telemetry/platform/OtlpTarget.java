package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.util.Map;

/**
 * Where and how spans are sent.
 *
 * @param url for HTTP the whole address of the traces, for gRPC the server's
 * @param headers by name; values are taken for secrets, as most are
 */
public record OtlpTarget(OtlpProtocol protocol, URI url, Map<String, Secret> headers) {
    public OtlpTarget {
        headers = Map.copyOf(headers);
    }
}
