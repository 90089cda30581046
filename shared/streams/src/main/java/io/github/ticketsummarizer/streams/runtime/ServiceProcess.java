package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.sdk.Telemetry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service as a process of its own: checks its topics, runs until it is stopped, and says how it ended. */
public final class ServiceProcess {
    private static final Logger log = LoggerFactory.getLogger(ServiceProcess.class);

    private final ServiceDefinition service;
    private final ServiceSettings settings;
    private final KafkaSettings kafka;
    private final Topics topics;
    private final Telemetry telemetry;

    /** Connects to nothing yet. */
    public ServiceProcess(
            ServiceDefinition service,
            ServiceSettings settings,
            KafkaSettings kafka,
            Topics topics,
            Telemetry telemetry) {
        this.service = service;
        this.settings = settings;
        this.kafka = kafka;
        this.topics = topics;
        this.telemetry = telemetry;
    }

    /**
     * Runs until SIGTERM, SIGINT or a fault that a restart of threads does not mend.
     *
     * @throws io.github.ticketsummarizer.model.SettingsException when a topic is missing or differs, or the port is
     *     taken
     * @throws KafkaUnreachableException when Kafka does not answer at the start
     * @throws KafkaCredentialsException when Kafka refuses, at the start or later
     */
    public ExitCode run() throws InterruptedException {
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.requireUsable(service.topics());
        }
        try (StreamsRunner runner = new StreamsRunner(service, settings, kafka, topics);
                HealthServer health = new HealthServer(settings.httpPort(), List.of(runner), telemetry)) {
            StopSignals.handle(runner::close);
            runner.start();
            health.start();
            log.atInfo()
                    .addKeyValue("service", service.name())
                    .addKeyValue("instance", settings.instanceId())
                    .addKeyValue("httpPort", health.port())
                    .log("service started");
            runner.awaitStop();
            if (runner.fault().orElse(null) instanceof KafkaCredentialsException refusal) {
                throw refusal;
            }
            return exitCode(runner);
        }
    }

    private static ExitCode exitCode(StreamsRunner runner) {
        return runner.fault().isPresent() ? ExitCode.INTERNAL : ExitCode.OK;
    }
}
