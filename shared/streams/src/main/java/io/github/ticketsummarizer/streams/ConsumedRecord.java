package io.github.ticketsummarizer.streams;

import io.github.ticketsummarizer.telemetry.attribute.Messaging;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.opentelemetry.api.common.Attributes;

/**
 * A record that was worked on, as the span of that work names it.
 *
 * @param key the ticket's id
 */
public record ConsumedRecord(String topic, int partition, long offset, String key, String consumerGroup) {
    /** By OpenTelemetry's conventions for messaging. */
    public Attributes attributes() {
        return Attributes.builder()
                .put(OpenInference.SPAN_KIND, OpenInference.CHAIN)
                .put(Messaging.SYSTEM, Messaging.KAFKA)
                .put(Messaging.OPERATION_TYPE, Messaging.PROCESS)
                .put(Messaging.OPERATION_NAME, Messaging.PROCESS)
                .put(Messaging.DESTINATION_NAME, topic)
                .put(Messaging.DESTINATION_PARTITION_ID, Integer.toString(partition))
                .put(Messaging.KAFKA_OFFSET, offset)
                .put(Messaging.KAFKA_MESSAGE_KEY, key)
                .put(Messaging.CONSUMER_GROUP_NAME, consumerGroup)
                .build();
    }
}
