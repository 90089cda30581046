package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.local.ServiceName;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.ServiceSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker with TLS, and services that work on it. */
final class SecuredKafka implements AutoCloseable {
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(1);

    private final Path folder;
    private final EmbeddedBroker broker;
    private final List<StreamsRunner> services = new ArrayList<>();

    /**
     * Starts the broker.
     *
     * @param listener more of Kafka's settings, for the clients' listener
     */
    SecuredKafka(Path folder, TestCertificates certificates, String protocol, Map<String, String> listener) {
        this.folder = folder;
        Map<String, String> others = new HashMap<>(listener);
        others.put("listener.security.protocol.map", "CLIENTS:%s,CONTROLLER:PLAINTEXT".formatted(protocol));
        others.put("ssl.keystore.type", "PEM");
        others.put("ssl.keystore.location", certificates.serverPem().toString());
        others.put("ssl.truststore.type", "PEM");
        others.put("ssl.truststore.location", certificates.authorityPem().toString());
        KafkaSettings any = KafkaSettings.from(new Settings(Map.of()));
        broker = new EmbeddedBroker(new BrokerSettings(folder.resolve("broker"), 0, any.maxRequestBytes(), 1, others));
        broker.start();
    }

    String address() {
        return broker.bootstrapServers();
    }

    /** Starts a service inside this JVM, with an environment of its own. */
    void start(ServiceName name, Map<String, String> environment) {
        Settings settings = new Settings(environment);
        KafkaSettings kafka = KafkaSettings.from(settings);
        Topics topics = new Topics(new Json(), kafka.maxRecordBytes());
        ServiceSettings serviceSettings =
                new ServiceSettings(name.wireName(), folder.resolve("state"), 1, 0, DRAIN_PATIENCE);
        StreamsRunner runner = new StreamsRunner(
                name.factory().define(settings, topics, Tracing.none()), serviceSettings, kafka, topics);
        services.add(runner);
        runner.start();
    }

    @Override
    public void close() {
        services.forEach(StreamsRunner::close);
        broker.close();
    }
}
