package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * A service ready to run.
 *
 * @param name as in {@code service NAME}; the application id is made of it
 * @param stage under which records that it cannot read are reported
 * @param topics all topics it reads or writes
 * @param runtime what its asynchronous stage shares; null for a service that calls nobody
 * @param tracing makes the spans of what it does
 */
public record ServiceDefinition(
        String name,
        Stage stage,
        Topology topology,
        List<Topic<?>> topics,
        @Nullable StageRuntime runtime,
        Tracing tracing) {
    public ServiceDefinition {
        topics = List.copyOf(topics);
    }

    /** Names the service to Kafka: its consumer group, its transactions, its internal topics. */
    public String applicationId() {
        return "ticket-summarizer-" + name;
    }
}
