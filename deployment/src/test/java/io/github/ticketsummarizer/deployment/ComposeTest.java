package io.github.ticketsummarizer.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docker-compose.yml promises, as far as it can be seen without Docker. */
class ComposeTest {
    private static final String FILE = ProjectFiles.text("docker-compose.yml");
    private static final JsonNode COMPOSE = ProjectFiles.yaml(FILE).getFirst();
    private static final Set<String> PROFILES =
            Set.of("fakes", "phoenix", "phoenix-postgres", "langfuse", "collector", "metrics");
    /** They end by themselves, and are waited for. */
    private static final Set<String> JOBS = Set.of("topics", "settings", "fake-settings", "phoenix-volume");
    /** A name, and a default that may hold another variable. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::-((?:[^{}]|\\{[^{}]*})*))?");

    @Test
    void theProfilesAreThoseOfTheGuide() {
        Set<String> profiles = new TreeSet<>();
        services()
                .values()
                .forEach(service -> service.path("profiles").forEach(profile -> profiles.add(profile.asText())));

        assertThat(profiles).containsExactlyInAnyOrderElementsOf(PROFILES);
        assertThat(ProjectFiles.text("docs/deployment/compose.md")).contains(profiles);
    }

    @Test
    void theExampleOfSettingsNamesEveryVariableAndNoOther() {
        Set<String> used = new TreeSet<>(handedOn());
        VARIABLE.matcher(FILE).results().forEach(found -> used.add(found.group(1)));

        assertThat(ProjectFiles.text(".env.example")
                        .lines()
                        .filter(line -> line.matches("#?[A-Z][A-Z0-9_]*=.*"))
                        .map(line -> line.replaceAll("^#?([A-Z0-9_]*)=.*", "$1")))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void theExampleOfSettingsSetsNothingAndHoldsNoSecret() {
        assertThat(ProjectFiles.text(".env.example").lines().filter(line -> !line.isBlank()))
                .allMatch(line -> line.startsWith("#"))
                .noneMatch(line -> line.matches("#[A-Z0-9_]+=.+")
                        && ProjectFiles.SECRET
                                .matcher(line.replaceAll("^#|=.*", ""))
                                .matches());
    }

    @Test
    void onlyWhatIsForTryingHasASecretByDefault() {
        Map<String, Set<String>> defaults = new TreeMap<>();
        VARIABLE.matcher(FILE)
                .results()
                .filter(found -> ProjectFiles.SECRET.matcher(found.group(1)).matches())
                .filter(found -> found.group(2) != null && !found.group(2).isEmpty())
                .forEach(found -> defaults.computeIfAbsent(found.group(1), name -> new TreeSet<>())
                        .add(found.group(2)));

        assertThat(defaults)
                .isEqualTo(Map.of(
                        "LANGFUSE_PUBLIC_KEY", Set.of("${TELEMETRY_PLATFORMS:+pk-lf-trial}", "pk-lf-trial"),
                        "LANGFUSE_SECRET_KEY", Set.of("${TELEMETRY_PLATFORMS:+sk-lf-trial}", "sk-lf-trial"),
                        "LANGFUSE_ENCRYPTION_KEY", Set.of("0".repeat(64)),
                        "LANGFUSE_NEXTAUTH_SECRET", Set.of("trial"),
                        "LANGFUSE_SALT", Set.of("trial"),
                        "LANGFUSE_STORES_PASSWORD", Set.of("trial-of-langfuse"),
                        "LANGFUSE_USER_PASSWORD", Set.of("trial-of-langfuse"),
                        // Not a key: a header has to have some value, and a Phoenix that asks for a key does not take
                        // this one.
                        "PHOENIX_API_KEY", Set.of("none")));
    }

    @Test
    void everyImageHasAVersion() {
        assertThat(services().values().stream()
                        .map(service -> service.path("image").asText())
                        .filter(image -> !isOurs(image)))
                .isNotEmpty()
                .allMatch(image -> image.matches("[a-z0-9/-]+:[^:]*[0-9]+[.-][0-9]+.*"));
    }

    @Test
    void portsAreOnTheLoopbackInterfaceAndNoTwoAreTheSame() {
        List<String> ports = services().values().stream()
                .flatMap(service -> StreamSupport.stream(service.path("ports").spliterator(), false))
                .map(JsonNode::asText)
                .toList();

        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
        // One Phoenix or the other.
        assertThat(ports.stream().distinct()).hasSize(ports.size() - 1);
    }

    @Test
    void whatKeepsRunningIsLookedAfter() {
        assertThat(named(service -> !service.path("restart").asText().equals("unless-stopped")))
                .isEqualTo(JOBS);
        assertThat(named(service -> service.path("mem_limit").isMissingNode())).isEmpty();
        // Those of our image have its check; the collector's image has nothing to check with.
        assertThat(named(service -> service.path("healthcheck").isMissingNode()
                        && !isOurs(service.path("image").asText())))
                .containsExactly("collector");
        assertThat(named(service -> service.path("healthcheck").path("disable").asBoolean()))
                .isEqualTo(JOBS);
    }

    @Test
    void ourContainersMayNothing() {
        Predicate<JsonNode> isOpen = service -> !service.path("read_only").asBoolean()
                || !service.path("cap_drop").toString().equals("[\"ALL\"]")
                || !service.path("security_opt").toString().contains("no-new-privileges:true");

        assertThat(named(service -> isOurs(service.path("image").asText()) && isOpen.test(service)))
                .as("but the one that compose writes a file into")
                .containsExactly("fake-settings");
        assertThat(named(service ->
                        service.has("privileged") || service.toString().contains("docker.sock")))
                .isEmpty();
    }

    @Test
    void theStoresOfPlatformsHaveNetworksWithoutAWayOut() {
        for (String network : List.of("phoenix", "langfuse")) {
            assertThat(COMPOSE.at("/networks/%s/internal".formatted(network)).asBoolean())
                    .as(network)
                    .isTrue();
        }
        assertThat(named(service -> service.path("networks").isArray()
                        && service.path("networks").size() == 1))
                .containsExactlyInAnyOrder(
                        "phoenix-postgres",
                        "langfuse-worker",
                        "langfuse-postgres",
                        "langfuse-clickhouse",
                        "langfuse-redis",
                        "langfuse-minio");
    }

    @Test
    void whatIsMountedIsThere() {
        Set<String> volumes = new TreeSet<>();
        services()
                .values()
                .forEach(service -> service.path("volumes")
                        .forEach(volume -> volumes.add(volume.asText().split(":", -1)[0])));
        Map<Boolean, List<String>> byKind =
                volumes.stream().collect(Collectors.partitioningBy(volume -> volume.startsWith("./")));

        assertThat(byKind.get(true))
                .isNotEmpty()
                .allMatch(file -> Files.isRegularFile(ProjectFiles.ROOT.resolve(file)));
        assertThat(byKind.get(false)).containsExactlyInAnyOrderElementsOf(names(COMPOSE.path("volumes")));
    }

    @Test
    void nothingWaitsForAServiceOfAProfileThatMayBeOff() {
        services()
                .forEach((name, service) -> service.path("depends_on")
                        .properties()
                        .forEach(dependency -> {
                            Set<String> wanted = profiles(services().get(dependency.getKey()));
                            if (dependency.getValue().path("required").asBoolean(true) && !wanted.isEmpty()) {
                                assertThat(wanted)
                                        .as("%s waits for %s", name, dependency.getKey())
                                        .containsAll(profiles(service));
                                assertThat(profiles(service)).as(name).isNotEmpty();
                            }
                        }));
    }

    @Test
    void theServicesAreThoseThatPrometheusAsks() {
        JsonNode targets = ProjectFiles.yaml(ProjectFiles.text("deployment/prometheus.yaml"))
                .getFirst()
                .at("/scrape_configs/0/static_configs/0/targets");
        List<String> asked = new ArrayList<>();
        targets.forEach(target -> asked.add(target.asText().replace(":8080", "")));

        assertThat(named(service -> service.path("command").path(0).asText().equals("service")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fakes", "phoenix", "phoenix-postgres", "langfuse", "collector", "metrics"})
    void composeItselfTakesEachProfile(String profile) throws IOException, InterruptedException {
        assumeTrue(exitCode("docker", "compose", "version") == 0, "no docker compose on this machine");

        assertThat(exitCode("docker", "compose", "--profile", profile, "config", "--quiet"))
                .isZero();
    }

    private static int exitCode(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(ProjectFiles.ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException notThere) {
            return -1;
        }
    }

    private static Map<String, JsonNode> services() {
        return COMPOSE.path("services").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> named(Predicate<JsonNode> condition) {
        return services().entrySet().stream()
                .filter(service -> condition.test(service.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Variables without a value take the one of the shell or of .env. */
    private static Stream<String> handedOnBy(JsonNode service) {
        return service.path("environment").properties().stream()
                .filter(variable -> variable.getValue().isNull())
                .map(Map.Entry::getKey);
    }

    private static List<String> handedOn() {
        return services().values().stream().flatMap(ComposeTest::handedOnBy).toList();
    }

    private static Set<String> profiles(JsonNode service) {
        return StreamSupport.stream(service.path("profiles").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static boolean isOurs(String image) {
        return image.startsWith("ticket-summarizer:");
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
