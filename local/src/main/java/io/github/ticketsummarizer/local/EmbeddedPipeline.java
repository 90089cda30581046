package io.github.ticketsummarizer.local;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.llm.Analysis;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import io.github.ticketsummarizer.telemetry.sdk.Telemetry;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The whole product in one JVM: a real broker, the topics, and the five services, each with its own consumer group and
 * transactions, as on a cluster.
 */
public final class EmbeddedPipeline implements AutoCloseable {
    /** Partitions of every topic; a service has one thread here, and each partition more costs a start and every commit. */
    private static final int PARTITIONS = 1;

    /** What traces say they come from. The stages of one JVM share what sends, and are told apart by their spans. */
    private static final String SERVICE_NAME = "ticket-summarizer";

    private final Path dataFolder;
    private final Settings settings;
    private final Tracing tracing;
    private final Runnable flush;
    private final BiFunction<Settings, Tracing, Analysis> analyses;
    private final KafkaSettings kafka;
    private final Topics topics;
    private final EmbeddedBroker broker;
    private @Nullable ServicesInOneJvm services;
    private @Nullable BackgroundTask<ServicesInOneJvm> starting;

    /**
     * @param dataFolder where the broker and the services keep what must outlive a restart
     * @param port the broker's port on this machine; 0 takes any free one
     * @param settings of the services; those of Kafka's address, TLS and credentials do not matter
     */
    public EmbeddedPipeline(Path dataFolder, int port, Settings settings) {
        this(dataFolder, port, settings, Analysis::from);
    }

    /** The same, traced as the caller wishes and not as the settings say. */
    public EmbeddedPipeline(Path dataFolder, int port, Settings settings, Tracing tracing) {
        this(dataFolder, port, settings, tracing, () -> {}, Analysis::from);
    }

    /** The same as the first, analysing as the caller wishes and not as the settings say. */
    EmbeddedPipeline(Path dataFolder, int port, Settings settings, BiFunction<Settings, Tracing, Analysis> analyses) {
        this(dataFolder, port, settings, Telemetry.start(settings, SERVICE_NAME), analyses);
    }

    private EmbeddedPipeline(
            Path dataFolder,
            int port,
            Settings settings,
            Telemetry telemetry,
            BiFunction<Settings, Tracing, Analysis> analyses) {
        this(dataFolder, port, settings, telemetry.tracing(), telemetry::close, analyses);
    }

    private EmbeddedPipeline(
            Path dataFolder,
            int port,
            Settings settings,
            Tracing tracing,
            Runnable flush,
            BiFunction<Settings, Tracing, Analysis> analyses) {
        this.flush = flush;
        this.analyses = analyses;
        this.dataFolder = dataFolder;
        this.settings = settings;
        this.tracing = tracing;
        // Nobody looks at the clients of this JVM through JMX; some thirty that register there slow the start.
        this.kafka = KafkaSettings.from(settings)
                .withoutSecurity()
                .withDefaults(Map.of("metric.reporters", "", "enable.metrics.push", "false"));
        this.topics = new Topics(new Json(), kafka.maxRecordBytes());
        this.broker = new EmbeddedBroker(
                new BrokerSettings(dataFolder.resolve("broker"), port, kafka.maxRequestBytes(), PARTITIONS));
    }

    /**
     * Starts the broker and makes the topics.
     *
     * @throws io.github.ticketsummarizer.broker.BrokerException when the port is taken or the folder cannot be used
     */
    public void startBroker() {
        broker.start();
        makeTopics();
    }

    /**
     * Starts the broker, the topics and the five services; these take up their partitions in the background.
     *
     * @throws io.github.ticketsummarizer.broker.BrokerException when the port is taken or the folder cannot be used
     * @throws io.github.ticketsummarizer.model.SettingsException listing everything that is wrong with the settings
     */
    public void start() {
        begin();
        awaitStart();
    }

    /** The same, but returns with the broker there and the settings read, while topics and services are still being made. */
    public void begin() {
        // Reading what the services decide by takes as long as a good part of the broker's start.
        BackgroundTask<ServicesInOneJvm> defining = BackgroundTask.begin(
                "define-services", () -> new ServicesInOneJvm(settings, topics, tracing, analyses));
        broker.start();
        ServicesInOneJvm defined = defining.result();
        services = defined;
        starting = BackgroundTask.begin("start-services", () -> {
            // One thread of the broker makes all topics; building the services needs none of them.
            BackgroundTask<List<String>> making = BackgroundTask.begin("make-topics", this::makeTopics);
            defined.build(kafkaSettings(), dataFolder.resolve("state"));
            making.result();
            defined.start();
            return defined;
        });
    }

    /** Returns once all is started that {@link #begin} began; throws what kept it from that. */
    public void awaitStart() {
        if (starting == null) {
            throw new IllegalStateException("the pipeline was not begun");
        }
        starting.result();
    }

    private List<String> makeTopics() {
        try (TopicAdmin admin = new TopicAdmin(kafkaSettings())) {
            return admin.create(topics.all(), PARTITIONS, Optional.of((short) 1));
        }
    }

    /** How to reach the broker; known once it is started. */
    public KafkaSettings kafkaSettings() {
        return kafka.at(broker.bootstrapServers());
    }

    /** The topics as this pipeline writes them. */
    public Topics topics() {
        return topics;
    }

    /** What the services trace with; what is sent to them can be traced with it as well. */
    public Tracing tracing() {
        return tracing;
    }

    /** What the services analyse with; empty before they are started. */
    public Optional<Analysis> analysis() {
        return Optional.ofNullable(services).map(ServicesInOneJvm::analysis);
    }

    /** The services that run, for their health. */
    public List<StreamsRunner> services() {
        return services == null ? List.of() : services.runners();
    }

    /** What stopped the broker or a service; empty while all is well. */
    public Optional<Throwable> fault() {
        return broker.fault().or(() -> Optional.ofNullable(services).flatMap(ServicesInOneJvm::fault));
    }

    /** Lets running calls end, stops the services side by side, then the broker, and sends what is left of the traces. */
    @Override
    public void close() {
        if (starting != null) {
            starting.awaitEnd();
        }
        if (services != null) {
            services.close();
        }
        broker.close();
        flush.run();
    }
}
