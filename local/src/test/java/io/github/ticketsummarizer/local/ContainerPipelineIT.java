package io.github.ticketsummarizer.local;

import io.github.ticketsummarizer.llm.Analysis;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The services on Kafka's own image. Without Docker this is skipped, and says so; with {@code CONTAINER_TESTS_REQUIRED=true},
 * which belongs into the environment of a build that has Docker, it fails instead.
 */
class ContainerPipelineIT extends PipelineContract {
    private static final String IMAGE = "apache/kafka:4.3.1";

    @Override
    Pipeline start(Path dataFolder, Settings settings) {
        ContainerEngine.fromEnvironment().require();
        // A busy machine needs more than the minute that it would be given.
        KafkaContainer broker = new KafkaContainer(IMAGE).withStartupTimeout(Duration.ofMinutes(5));
        broker.start();
        KafkaSettings kafka = KafkaSettings.from(settings).at(broker.getBootstrapServers());
        Topics topics = new Topics(new Json(), kafka.maxRecordBytes());
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(topics.all(), ServiceProcesses.PARTITIONS, Optional.of((short) 1));
        }
        ServicesInOneJvm services = new ServicesInOneJvm(settings, topics, Tracing.none(), Analysis::from);
        services.build(kafka, dataFolder.resolve("state"));
        services.start();
        return new InContainer(broker, kafka, topics, services);
    }

    private record InContainer(
            KafkaContainer broker, KafkaSettings kafkaSettings, Topics topics, ServicesInOneJvm running)
            implements Pipeline {
        @Override
        public List<StreamsRunner> services() {
            return running.runners();
        }

        @Override
        public Optional<Throwable> fault() {
            return running.fault();
        }

        @Override
        public void close() {
            running.close();
            broker.stop();
        }
    }
}
