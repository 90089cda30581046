package io.github.ticketsummarizer.local;

import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The five services, each in a process of its own, as they run on a cluster: one that gives up is started again. */
final class ServiceProcesses implements AutoCloseable {
    /** Of every topic: more than a service has threads, as on a cluster. */
    static final int PARTITIONS = 4;

    private final Path folder;
    private final KafkaSettings kafka;
    private final Path tickets;
    private final Map<String, String> more;
    private final Map<ServiceName, Process> processes = new ConcurrentHashMap<>();

    ServiceProcesses(Path folder, KafkaSettings kafka, Path tickets) {
        this(folder, kafka, tickets, Map.of());
    }

    /** @param more variables of all services' environment */
    ServiceProcesses(Path folder, KafkaSettings kafka, Path tickets, Map<String, String> more) {
        this.more = more;
        this.folder = folder;
        this.kafka = kafka;
        this.tickets = tickets;
    }

    void startAll() {
        for (ServiceName service : ServiceName.values()) {
            start(service);
        }
    }

    /** SIGKILL, and a new process at once. */
    void killAndRestart(ServiceName service) {
        kill(service);
        start(service);
    }

    private void start(ServiceName service) {
        Process process = start(service, environment());
        processes.put(service, process);
        process.onExit().thenAccept(ended -> startAgain(service, ended));
    }

    private void startAgain(ServiceName service, Process ended) {
        if (processes.remove(service, ended)) {
            start(service);
        }
    }

    /** Starts a service with an environment of the caller's choice, who also ends it. */
    Process start(ServiceName service, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass(service))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(service)));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service needs to be told. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "RECORD_MAX_BYTES", Integer.toString(kafka.maxRecordBytes()),
                "TICKET_SOURCE", "file",
                "TICKET_PATH", tickets.toString(),
                "HTTP_PORT", "0",
                "INSTANCE_ID", "only",
                "STATE_DIR", folder.resolve("state").toString()));
        return environment;
    }

    /** What the service has printed so far. */
    String printed(ServiceName service) {
        try {
            return Files.readString(log(service).toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File log(ServiceName service) {
        return folder.resolve(service.wireName() + ".log").toFile();
    }

    private void kill(ServiceName service) {
        Process process = processes.remove(service);
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String mainClass(ServiceName service) {
        String factory = service.factory().getClass().getName();
        return factory.substring(0, factory.length() - "Service".length()) + "Main";
    }

    @Override
    public void close() {
        for (ServiceName service : ServiceName.values()) {
            if (processes.containsKey(service)) {
                kill(service);
            }
        }
    }
}
