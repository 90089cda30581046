package io.github.ticketsummarizer.benchmarks.tracing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How a run is traced. */
enum TracingMode {
    OFF("tracing off", 0),
    ONE("one platform", 1),
    TWO("two platforms", 2),
    AGENT("two platforms, through the agent", 2);

    private static final Path AGENT_JAR = Path.of("cli", "target", "agent", "opentelemetry-javaagent.jar");
    private static final Path EXTENSION = Path.of("cli", "target", "app", "lib", "telemetry-0.1.0.jar");

    private final String label;
    private final int platforms;

    TracingMode(String label, int platforms) {
        this.label = label;
        this.platforms = platforms;
    }

    /** As it stands in the table. */
    String label() {
        return label;
    }

    /** How many of the platforms it sends to. */
    int platforms() {
        return platforms;
    }

    /** What makes a run trace so. */
    Map<String, String> settings(List<TakingPlatform> available) {
        Map<String, String> settings = new HashMap<>();
        List<String> names =
                IntStream.range(0, platforms).mapToObj(i -> "taking" + i).toList();
        settings.put("TELEMETRY_PLATFORMS", names.isEmpty() ? "none" : String.join(",", names));
        for (int i = 0; i < platforms; i++) {
            settings.put(
                    "TELEMETRY_TAKING%d_ENDPOINT".formatted(i), available.get(i).endpoint());
        }
        if (this == AGENT) {
            settings.put("OTEL_SERVICE_NAME", "ticket-summarizer");
            settings.put(
                    "TICKET_SUMMARIZER_JAVA_OPTS",
                    "-javaagent:%s -Dotel.javaagent.extensions=%s".formatted(AGENT_JAR, EXTENSION));
        }
        return settings;
    }
}
