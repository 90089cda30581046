package io.github.ticketsummarizer.telemetry.attribute;

import io.opentelemetry.api.common.AttributeKey;

/** Names of OpenTelemetry's conventions for HTTP clients (https://opentelemetry.io/docs/specs/semconv/http/http-spans/). */
public final class Http {
    public static final AttributeKey<String> REQUEST_METHOD = AttributeKey.stringKey("http.request.method");
    public static final AttributeKey<Long> RESPONSE_STATUS_CODE = AttributeKey.longKey("http.response.status_code");
    /** How often this request was sent before, counted from 1 at the first repetition. */
    public static final AttributeKey<Long> REQUEST_RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");

    public static final AttributeKey<Long> RESPONSE_BODY_SIZE = AttributeKey.longKey("http.response.body.size");
    /** Without credentials. */
    public static final AttributeKey<String> URL_FULL = AttributeKey.stringKey("url.full");
    /** The path with what varies named, so that few values are left. */
    public static final AttributeKey<String> URL_TEMPLATE = AttributeKey.stringKey("url.template");

    public static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
    public static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
    /** {@code Retry-After} of the answer, in seconds. */
    public static final AttributeKey<Double> RETRY_AFTER_SECONDS =
            AttributeKey.doubleKey("http.response.retry_after_s");

    private Http() {}
}
