package io.github.ticketsummarizer.telemetry.attribute;

import io.opentelemetry.api.common.AttributeKey;

/** Names of OpenTelemetry's conventions for errors (https://opentelemetry.io/docs/specs/semconv/exceptions/). */
public final class Errors {
    /** The failure's name on topics ({@code llm_timeout}), a status code, or a class; few values. */
    public static final AttributeKey<String> TYPE = AttributeKey.stringKey("error.type");
    /** The failure's message as an attribute as well, since Langfuse stores no events. */
    public static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("error.message");

    /** The name of the event. */
    public static final String EXCEPTION = "exception";

    public static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");
    public static final AttributeKey<String> EXCEPTION_MESSAGE = AttributeKey.stringKey("exception.message");

    private Errors() {}
}
