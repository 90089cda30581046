package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.telemetry.metric.MetricNames;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.List;

/** What can be seen of running services from outside: records held, records waiting in Kafka, dead letters. */
final class ServiceMetrics {
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");

    private final List<StreamsRunner> runners;

    ServiceMetrics(List<StreamsRunner> runners) {
        this.runners = List.copyOf(runners);
    }

    /** Looks whenever the metrics are read. */
    void register(Meter meter) {
        meter.upDownCounterBuilder(MetricNames.HELD_RECORDS)
                .setUnit("{record}")
                .setDescription("Records taken in and not answered")
                .buildWithCallback(this::held);
        meter.gaugeBuilder(MetricNames.CONSUMER_LAG)
                .ofLongs()
                .setUnit("{record}")
                .setDescription("Records in Kafka that are not taken in")
                .buildWithCallback(this::lag);
        meter.counterBuilder(MetricNames.DEAD_LETTERS)
                .setUnit("{record}")
                .setDescription("Records that could not be read")
                .buildWithCallback(this::deadLetters);
    }

    private void held(ObservableLongMeasurement measurement) {
        runners.forEach(runner -> measurement.record(runner.held(), Attributes.of(SERVICE, runner.name())));
    }

    private void deadLetters(ObservableLongMeasurement measurement) {
        runners.forEach(runner -> measurement.record(runner.deadLetters(), Attributes.of(SERVICE, runner.name())));
    }

    private void lag(ObservableLongMeasurement measurement) {
        runners.forEach(runner -> runner.lagByTopic()
                .forEach((topic, records) ->
                        measurement.record(records, Attributes.of(SERVICE, runner.name(), TOPIC, topic))));
    }
}
