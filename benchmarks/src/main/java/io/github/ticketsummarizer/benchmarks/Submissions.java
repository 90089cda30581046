package io.github.ticketsummarizer.benchmarks;

import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Asks for both analyses of generated tickets.
 *
 * @param modelProvider who answers
 */
public record Submissions(KafkaSettings kafka, Topics topics, String modelProvider) {
    /** Sends so many tickets, from that place in the file on. */
    public void send(int first, int count) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka.common(), new StringSerializer(), new StringSerializer())) {
            for (int i = first; i < first + count; i++) {
                String id = GeneratedTickets.id(i);
                String request = "{\"ticket_id\":\"%s\",\"analysis_type\":\"both\",\"model_provider\":\"%s\"}"
                        .formatted(id, modelProvider);
                var _ = producer.send(new ProducerRecord<>(topics.ticketIds().name(), id, request));
            }
        }
    }
}
