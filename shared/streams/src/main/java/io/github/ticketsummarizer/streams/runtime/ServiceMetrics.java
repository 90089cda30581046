package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.telemetry.metric.MetricNames;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;

/** What can be seen of running services from outside: records held, records waiting in Kafka, dead letters. */
final class ServiceMetrics {
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");

    /** Of a consumer, for each partition: the end of the partition less where the consumer is. */
    private static final String LAG = "records-lag";

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

    private void lag(ObservableDoubleMeasurement measurement) {
        for (StreamsRunner runner : runners) {
            lagByTopic(runner).forEach((topic, lag) -> {
                Attributes attributes = Attributes.of(SERVICE, runner.name(), TOPIC, topic);
                measurement.record(lag, attributes);
            });
        }
    }

    private static Map<String, Double> lagByTopic(StreamsRunner runner) {
        return runner.kafkaMetrics().stream()
                .filter(metric -> metric.metricName().name().equals(LAG)
                        && metric.metricName().tags().containsKey("topic"))
                .collect(Collectors.groupingBy(
                        metric -> metric.metricName().tags().get("topic"),
                        Collectors.summingDouble(ServiceMetrics::number)));
    }

    /** Not a number until the consumer has read from the partition. */
    private static double number(Metric metric) {
        return metric.metricValue() instanceof Number value && !Double.isNaN(value.doubleValue())
                ? Math.max(0, value.doubleValue())
                : 0;
    }
}
