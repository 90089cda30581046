package io.github.ticketsummarizer.streams;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic: its name, how its records are written, and how it is configured. Keys are the ticket's id as text, on
 * {@code runs} and {@code run-summaries} the run's.
 *
 * @param config Kafka's topic settings, as {@link TopicAdmin} creates it
 */
public record Topic<V>(String name, Serde<String> keySerde, Serde<V> valueSerde, Map<String, String> config) {
    public Topic {
        config = Map.copyOf(config);
    }
}
