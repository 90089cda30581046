package io.github.ticketsummarizer.telemetry.attribute;

import io.opentelemetry.api.common.AttributeKey;

/** Names of OpenTelemetry's conventions for messaging (https://opentelemetry.io/docs/specs/semconv/messaging/kafka/). */
public final class Messaging {
    public static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    public static final String KAFKA = "kafka";

    public static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    public static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");
    public static final String PROCESS = "process";
    /** The type of an operation that {@link #PUBLISH} names. */
    public static final String SEND = "send";

    public static final String PUBLISH = "publish";

    /** The topic. */
    public static final AttributeKey<String> DESTINATION_NAME = AttributeKey.stringKey("messaging.destination.name");
    /** The partition, as text. */
    public static final AttributeKey<String> DESTINATION_PARTITION_ID =
            AttributeKey.stringKey("messaging.destination.partition.id");

    public static final AttributeKey<Long> KAFKA_OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    public static final AttributeKey<String> KAFKA_MESSAGE_KEY = AttributeKey.stringKey("messaging.kafka.message.key");
    /** The producer's or consumer's. */
    public static final AttributeKey<String> CLIENT_ID = AttributeKey.stringKey("messaging.client.id");

    public static final AttributeKey<String> CONSUMER_GROUP_NAME =
            AttributeKey.stringKey("messaging.consumer.group.name");

    private Messaging() {}
}
