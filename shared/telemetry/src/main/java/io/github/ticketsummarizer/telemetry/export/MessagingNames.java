package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.attribute.Messaging;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives spans of OpenTelemetry's library for Kafka the names of today's convention, as our own spans have them. The library
 * has an option for that, {@code otel.semconv-stability.opt-in=messaging}, but knows it from the JVM's properties and
 * environment alone, and then calls the span {@code send TOPIC}.
 */
final class MessagingNames implements UnaryOperator<SpanData> {
    private static final AttributeKey<String> OLD_OPERATION = AttributeKey.stringKey("messaging.operation");
    private static final AttributeKey<Long> OLD_OFFSET = AttributeKey.longKey("messaging.kafka.message.offset");
    private static final AttributeKey<String> OLD_CLIENT_ID = AttributeKey.stringKey("messaging.client_id");

    @Override
    public SpanData apply(SpanData span) {
        String operation = span.getAttributes().get(OLD_OPERATION);
        return operation == null ? span : new RenamedSpan(span, operation);
    }

    private static final class RenamedSpan extends EditedSpan {
        private final Attributes attributes;

        RenamedSpan(SpanData span, String operation) {
            super(span);
            AttributesBuilder renamed = span.getAttributes().toBuilder()
                    .remove(OLD_OPERATION)
                    .remove(OLD_OFFSET)
                    .remove(OLD_CLIENT_ID)
                    .put(Messaging.OPERATION_TYPE, operation.equals(Messaging.PUBLISH) ? Messaging.SEND : operation)
                    .put(Messaging.OPERATION_NAME, operation);
            put(renamed, Messaging.KAFKA_OFFSET, span.getAttributes().get(OLD_OFFSET));
            put(renamed, Messaging.CLIENT_ID, span.getAttributes().get(OLD_CLIENT_ID));
            this.attributes = renamed.build();
        }

        private static <T> void put(AttributesBuilder attributes, AttributeKey<T> key, @Nullable T value) {
            if (value != null) {
                attributes.put(key, value);
            }
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }
    }
}
