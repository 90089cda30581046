package io.github.ticketsummarizer.benchmarks.scaling;

import io.github.ticketsummarizer.benchmarks.command.CommandProcess;
import io.github.ticketsummarizer.local.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Instances of the five services, each a process of its own; one of each service goes by one name. */
final class Instances implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> settings;
    private final Map<String, Map<ServiceName, CommandProcess>> running = new TreeMap<>();

    /**
     * @param folder for what they print and keep
     * @param settings of all of them
     */
    Instances(Path folder, Map<String, String> settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.settings = settings;
    }

    /** Starts one of each service. Under a name that was killed they find what that one kept. */
    void start(String name) throws IOException {
        Map<ServiceName, CommandProcess> processes = new EnumMap<>(ServiceName.class);
        running.put(name, processes);
        for (ServiceName service : ServiceName.values()) {
            Map<String, String> environment = new HashMap<>(settings);
            environment.put("INSTANCE_ID", name);
            environment.put(
                    "STATE_DIR", folder.resolve(service.wireName() + "-" + name).toString());
            processes.put(service, new CommandProcess(environment, log(service, name), "service", service.wireName()));
        }
    }

    /** Kills the one of each service that goes by the name. */
    void kill(String name) {
        Map<ServiceName, CommandProcess> processes = running.remove(name);
        if (processes != null) {
            processes.values().forEach(CommandProcess::kill);
        }
    }

    /** The names of those that run. */
    Set<String> names() {
        return Set.copyOf(running.keySet());
    }

    /** @throws IllegalStateException when one has ended by itself; the message has what it printed */
    void requireRunning() throws IOException {
        for (Map.Entry<String, Map<ServiceName, CommandProcess>> instance : running.entrySet()) {
            for (Map.Entry<ServiceName, CommandProcess> process :
                    instance.getValue().entrySet()) {
                if (!process.getValue().isAlive()) {
                    throw new IllegalStateException("%s of %s ended:%n%s"
                            .formatted(
                                    process.getKey().wireName(),
                                    instance.getKey(),
                                    Files.readString(log(process.getKey(), instance.getKey()))));
                }
            }
        }
    }

    /** Processor time of those that run. */
    Duration cpu() {
        return running.values().stream()
                .flatMap(processes -> processes.values().stream())
                .map(CommandProcess::cpu)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Path log(ServiceName service, String name) {
        return folder.resolve("%s-%s.log".formatted(service.wireName(), name));
    }

    @Override
    public void close() {
        names().forEach(this::kill);
    }
}
