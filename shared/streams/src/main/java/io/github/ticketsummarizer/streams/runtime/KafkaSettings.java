package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.stage.AsyncStage;
import io.github.ticketsummarizer.streams.stage.RecordLimit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How to reach Kafka. {@code KAFKA_BOOTSTRAP_SERVERS} says where; any other {@code KAFKA_…} variable that names a
 * setting of Kafka's clients is passed on ({@code KAFKA_SECURITY_PROTOCOL} is {@code security.protocol}), except those
 * that would break exactly-once.
 *
 * @param clientProperties settings of Kafka's clients, by Kafka's names
 * @param maxRecordBytes the largest record that any topic takes
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> clientProperties, int maxRecordBytes) {
    private static final String PREFIX = "KAFKA_";
    private static final String BOOTSTRAP_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";

    private static final Pattern SECURITY = Pattern.compile("(security|sasl|ssl)\\.");

    /** Exactly-once, flow control and the names of groups and transactions rest on these. */
    private static final Set<String> RESERVED = Set.of(
            "acks",
            "application.id",
            "auto.offset.reset",
            "client.id",
            "enable.auto.commit",
            "enable.idempotence",
            "fetch.max.bytes",
            "group.id",
            "group.instance.id",
            "group.protocol",
            "isolation.level",
            "max.partition.fetch.bytes",
            "max.request.size",
            "processing.guarantee",
            "transactional.id");

    public KafkaSettings {
        clientProperties = Map.copyOf(clientProperties);
    }

    /** Reads the settings; a variable that would break exactly-once is a problem, named. */
    public static KafkaSettings from(Settings settings) {
        Map<String, String> properties = new HashMap<>();
        Set<String> known = knownProperties();
        settings.startingWith(PREFIX).forEach((name, value) -> {
            String property =
                    name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
            if (name.equals(BOOTSTRAP_SERVERS)) {
                return;
            }
            if (RESERVED.contains(property)) {
                settings.problem(name, "cannot be set: exactly-once processing rests on " + property);
            } else if (known.contains(property)) {
                properties.put(property, value);
            }
        });
        return new KafkaSettings(
                settings.text(BOOTSTRAP_SERVERS, "localhost:9092"), properties, RecordLimit.from(settings));
    }

    /** The same settings for another cluster. */
    public KafkaSettings at(String otherBootstrapServers) {
        return new KafkaSettings(otherBootstrapServers, clientProperties, maxRecordBytes);
    }

    /** The same settings, with a value for those of Kafka's clients that nobody set. */
    public KafkaSettings withDefaults(Map<String, String> defaults) {
        Map<String, String> all = new HashMap<>(defaults);
        all.putAll(clientProperties);
        return new KafkaSettings(bootstrapServers, all, maxRecordBytes);
    }

    /** The same settings without those of TLS and credentials, for a cluster of this machine alone. */
    public KafkaSettings withoutSecurity() {
        Map<String, String> others = new HashMap<>(clientProperties);
        others.keySet().removeIf(name -> SECURITY.matcher(name).lookingAt());
        return new KafkaSettings(bootstrapServers, others, maxRecordBytes);
    }

    /** The start of every client's configuration. */
    public Map<String, Object> common() {
        Map<String, Object> common = new HashMap<>(clientProperties);
        common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return common;
    }

    /** What any producer may send at once: the largest record, or the largest entry of a changelog. */
    public int maxRequestBytes() {
        return maxRecordBytes + AsyncStage.CHANGELOG_HEADROOM_BYTES;
    }

    private static Set<String> knownProperties() {
        Set<String> known = new TreeSet<>(ProducerConfig.configNames());
        known.addAll(ConsumerConfig.configNames());
        known.addAll(AdminClientConfig.configNames());
        known.addAll(StreamsConfig.configDef().names());
        return known;
    }
}
