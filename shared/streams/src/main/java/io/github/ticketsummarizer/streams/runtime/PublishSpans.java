package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.telemetry.attribute.Messaging;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.span.InheritedAttributes;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.AttributesExtractor;
import io.opentelemetry.instrumentation.kafkaclients.common.v0_11.internal.KafkaProducerRequest;
import io.opentelemetry.instrumentation.kafkaclients.v2_6.KafkaTelemetry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Gives what a producer writes a span {@code <topic> publish}, made by OpenTelemetry's library for Kafka, below the current
 * one and ended when the broker has it. The library knows no filter of topics and would make a trace of each entry of a
 * changelog, so that it only gets to see records of the topics named here, and only where there is a span to be below. The
 * header with the ticket's root is left as it is.
 */
public final class PublishSpans {
    private final KafkaTelemetry library;
    private final Set<String> topics;
    private final boolean enabled;

    /** @param topics those whose records are on a ticket's way */
    public PublishSpans(Tracing tracing, Set<String> topics) {
        this.library = KafkaTelemetry.builder(tracing.openTelemetry())
                .setPropagationEnabled(false)
                .addProducerAttributesExtractors(new OfTheTicket())
                .build();
        this.topics = Set.copyOf(topics);
        this.enabled = tracing.isEnabled();
    }

    /** The producer with its spans; the same one where nothing is traced. */
    @SuppressWarnings("unchecked") // a proxy of Producer is one of whatever it wraps
    public <K, V> Producer<K, V> on(Producer<K, V> producer) {
        if (!enabled) {
            return producer;
        }
        Producer<K, V> traced = library.wrap(producer);
        return (Producer<K, V>) Proxy.newProxyInstance(
                PublishSpans.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) ->
                        invoke(isTraced(method, arguments) ? traced : producer, method, arguments));
    }

    private boolean isTraced(Method method, Object @Nullable [] arguments) {
        return method.getName().equals("send")
                && arguments != null
                && arguments[0] instanceof ProducerRecord<?, ?> record
                && topics.contains(record.topic())
                && Span.current().getSpanContext().isValid();
    }

    private static @Nullable Object invoke(Producer<?, ?> target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    /** What all spans of a ticket have in common, and the record's key, which the library leaves out where it is bytes. */
    private static final class OfTheTicket implements AttributesExtractor<KafkaProducerRequest, RecordMetadata> {
        @Override
        public void onStart(AttributesBuilder attributes, Context parent, KafkaProducerRequest request) {
            attributes.put(OpenInference.SPAN_KIND, OpenInference.CHAIN).putAll(InheritedAttributes.of(parent));
            // Kafka Streams hands over what is serialized already; all keys are text.
            if (request.getRecord().key() instanceof byte[] key) {
                attributes.put(Messaging.KAFKA_MESSAGE_KEY, new String(key, StandardCharsets.UTF_8));
            }
        }

        @Override
        public void onEnd(
                AttributesBuilder attributes,
                Context context,
                KafkaProducerRequest request,
                @Nullable RecordMetadata response,
                @Nullable Throwable error) {
            // The library says what became of it.
        }
    }
}
