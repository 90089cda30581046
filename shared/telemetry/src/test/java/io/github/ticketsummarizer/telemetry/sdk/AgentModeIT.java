package io.github.ticketsummarizer.telemetry.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.fakes.otlp.ReceivedSpan;
import io.github.ticketsummarizer.telemetry.export.AgentExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same program, once with an SDK of its own and once under OpenTelemetry's Java agent, with one jar for both. */
class AgentModeIT {
    private static final Path AGENT = Path.of("target/agent/opentelemetry-javaagent.jar");
    /** The agent alone takes some six seconds to start, and several times that on a busy machine. */
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private final List<String> leaked = Collections.synchronizedList(new ArrayList<>());
    private OtlpReceiver phoenix;
    private OtlpReceiver other;
    private HttpServer vendor;

    @BeforeEach
    void start() throws IOException {
        phoenix = new OtlpReceiver();
        phoenix.start(0, 0);
        other = new OtlpReceiver();
        other.start(0, 0);
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/", exchange -> {
            exchange.getRequestHeaders().keySet().stream()
                    .filter(name -> name.equalsIgnoreCase("traceparent") || name.equalsIgnoreCase("baggage"))
                    .forEach(leaked::add);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        vendor.start();
    }

    @AfterEach
    void stop() {
        vendor.stop(0);
        phoenix.close();
        other.close();
    }

    @Test
    void bothModesSendTheSameTreeToBothPlatforms() throws Exception {
        run(List.of(), bothPlatforms(), List.of());
        List<ReceivedSpan> own = phoenix.spans();
        assertThat(described(other.spans())).isEqualTo(described(own));

        run(agent(), bothPlatforms(), List.of());
        List<ReceivedSpan> agents =
                phoenix.spans().subList(own.size(), phoenix.spans().size());

        assertThat(described(agents)).isEqualTo(described(own));
        assertThat(agents)
                .extracting(span -> span.resource().get("telemetry.distro.name"))
                .containsOnly("opentelemetry-java-instrumentation");
        assertThat(own)
                .extracting(span -> span.resource().get("service.instance.id"))
                .containsOnly("pod-service-1");
        assertThat(described(own).keySet())
                .containsExactlyInAnyOrder("process_ticket", "categorize_ticket", "chat gemini-2.5-flash");
        assertThat(own).filteredOn(ReceivedSpan::isRoot).singleElement().satisfies(root -> {
            assertThat(root.name()).isEqualTo("process_ticket");
            assertThat(root.traceId()).isEqualTo(TracedProgram.ROOT.getTraceId());
            assertThat(root.spanId()).isEqualTo(TracedProgram.ROOT.getSpanId());
        });
        assertThat(own.toString() + agents).doesNotContain("jane.doe");
        assertThat(leaked).isEmpty();
    }

    @Test
    void theAgentTellsNoPlatformsKeysToAnotherAndNothingOfWhatAPlatformAnswers() throws Exception {
        phoenix.faults(request -> new Fault.Instead(FakeAnswer.json(400, "cannot store 'from jane.doe@example.com'")));
        List<String> options = new ArrayList<>(agent());
        options.add("-Dphoenix.api.key=key-of-phoenix");
        options.add("-Dotel.exporter.otlp.traces.endpoint=%s/v1/traces".formatted(other.httpUrl()));

        String log = run(
                options,
                Map.of("PHOENIX_OTLP_ENDPOINT", phoenix.httpUrl().toString()),
                List.of("LANGFUSE_PUBLIC_KEY=pk-lf-1", "LANGFUSE_SECRET_KEY=sk-lf-1"));

        assertThat(phoenix.httpLog().exchanges())
                .isNotEmpty()
                .allSatisfy(exchange ->
                        assertThat(exchange.request().header("authorization")).isEqualTo("Bearer key-of-phoenix"));
        assertThat(other.spans()).hasSize(3);
        assertThat(other.spans().toString()).doesNotContain("key-of-phoenix");
        assertThat(other.spans().getFirst().resource().keySet())
                .noneMatch(key -> key.startsWith("process.") || key.startsWith("host.") || key.startsWith("os."));
        assertThat(log)
                .contains("phoenix takes no spans: it refuses what was sent (HTTP 400)")
                .contains("3 spans did not reach phoenix")
                .contains("No traces go to langfuse: OpenTelemetry's agent does not read .env")
                .doesNotContain("jane.doe", "Failed to export", "key-of-phoenix");
    }

    /** Each span by its name: its parent's name, its kind, what it carries, and what the platform sorts it by. */
    private static Map<String, String> described(List<ReceivedSpan> spans) {
        Map<String, ReceivedSpan> byId =
                spans.stream().collect(Collectors.toMap(ReceivedSpan::spanId, Function.identity()));
        Map<String, String> described = new TreeMap<>();
        spans.forEach(span -> described.put(
                span.name(),
                "below %s, %s, %s, %s, %s, %s, %s, %s"
                        .formatted(
                                span.isRoot()
                                        ? "nothing"
                                        : byId.get(span.parentSpanId()).name(),
                                span.kind(),
                                new TreeMap<>(span.attributes()),
                                span.scope(),
                                span.resource().get("service.name"),
                                span.resource().get("service.version"),
                                span.resource().get("service.instance.id"),
                                span.resource().get("openinference.project.name"))));
        return described;
    }

    private List<String> agent() throws IOException, URISyntaxException {
        return List.of("-javaagent:" + AGENT, "-Dotel.javaagent.extensions=" + extension());
    }

    private Map<String, String> bothPlatforms() {
        return Map.of(
                "TELEMETRY_PLATFORMS", "phoenix,other",
                "PHOENIX_OTLP_ENDPOINT", phoenix.httpUrl().toString(),
                "TELEMETRY_OTHER_ENDPOINT", other.grpcUrl().toString(),
                "TELEMETRY_OTHER_PROTOCOL", "grpc",
                "OTEL_SERVICE_NAME", "ticket-summarizer-pod",
                "INSTANCE_ID", "pod-service-1");
    }

    /** Returns what the program logged. */
    private String run(List<String> options, Map<String, String> environment, List<String> settings) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx200m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                TracedProgram.class.getName(),
                "http://localhost:" + vendor.getAddress().getPort()));
        command.addAll(settings);
        Path log = folder.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        String logged = Files.readString(log);
        assertThat(process.exitValue()).as(logged).isZero();
        return logged;
    }

    /** The jar that the build makes of this module, made here of the same classes since tests run before it. */
    private Path extension() throws IOException, URISyntaxException {
        Path classes = Path.of(AgentExtension.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isRegularFile(classes)) {
            return classes;
        }
        Path jar = folder.resolve("telemetry.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, entries);
            }
        }
        return jar;
    }
}
