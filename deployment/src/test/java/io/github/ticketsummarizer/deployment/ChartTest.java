package io.github.ticketsummarizer.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests of the chart, without a cluster: their schemas, our rules, and what values are refused. */
class ChartTest {
    private static final Map<String, Schema> SCHEMAS = Map.of(
            "ConfigMap", V1ConfigMap::validateJsonElement,
            "Job", V1Job::validateJsonElement,
            "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "Pod", V1Pod::validateJsonElement,
            "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "Service", V1Service::validateJsonElement,
            "ServiceAccount", V1ServiceAccount::validateJsonElement,
            "StatefulSet", V1StatefulSet::validateJsonElement);
    private static final List<String> SERVICES = List.of("fetcher", "synthesis", "pod", "diagnostics", "aggregator");

    @ParameterizedTest
    @MethodSource("examplesAndKubernetes")
    void everyExampleKeepsTheSchemasAndOurRules(String example, String kubernetes) throws IOException {
        List<JsonNode> manifests = Chart.manifests(example, kubernetes, Map.of());

        for (JsonNode manifest : manifests) {
            String name = ManifestRules.nameOf(manifest);
            Schema schema = SCHEMAS.get(manifest.path("kind").asText());
            if (schema == null) {
                // Of other makers; e2e/deployment has KEDA's schema.
                assertThat(manifest.path("kind").asText()).isIn("ScaledObject", "ServiceMonitor");
            } else {
                schema.validate(JsonParser.parseString(manifest.toString()));
            }
            assertThat(ManifestRules.violations(manifest)).as(name).isEmpty();
        }
        assertThat(manifests.stream().map(ManifestRules::nameOf)).doesNotHaveDuplicates();
        assertThat(services(manifests).keySet()).containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    static Stream<Arguments> examplesAndKubernetes() {
        return Chart.EXAMPLES.stream()
                .flatMap(example -> Chart.KUBERNETES.stream().map(kubernetes -> Arguments.of(example, kubernetes)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilings")
    void theRulesSee(String violation, Consumer<ObjectNode> spoil) {
        ObjectNode manifest =
                services(Chart.manifests("managed-kafka", Map.of())).get("pod");
        spoil.accept(manifest);

        assertThat(ManifestRules.violations(manifest)).containsExactly(violation);
    }

    static Stream<Arguments> spoilings() {
        return Stream.of(
                spoiling(
                        "pod: capabilities",
                        pod -> container(pod)
                                .withObjectProperty("securityContext")
                                .remove("capabilities")),
                spoiling(
                        "pod: image without a version", pod -> container(pod).put("image", "ticket-summarizer:latest")),
                spoiling(
                        "pod: /resources/limits/memory",
                        pod -> container(pod).withObjectProperty("resources").remove("limits")),
                spoiling("livenessProbe", pod -> container(pod).remove("livenessProbe")),
                spoiling(
                        "pod: args",
                        pod -> container(pod).withArrayProperty("args").add("--password=open")),
                spoiling(
                        "pod: GEMINI_API_KEY",
                        pod -> container(pod)
                                .withArrayProperty("env")
                                .addObject()
                                .put("name", "GEMINI_API_KEY")
                                .put("value", "open")),
                spoiling(
                        "runAsNonRoot",
                        pod -> pod.withObjectProperty("securityContext").put("runAsNonRoot", false)),
                spoiling("enableServiceLinks", pod -> pod.remove("enableServiceLinks")));
    }

    @Test
    void theRulesSeeASecretInAConfigMap() {
        ObjectNode manifest = (ObjectNode) Chart.manifests("minimal", Map.of()).stream()
                .filter(candidate -> candidate.path("kind").asText().equals("ConfigMap"))
                .findFirst()
                .orElseThrow();
        manifest.withObjectProperty("data").put("ZENDESK_API_KEY", "open");

        assertThat(ManifestRules.violations(manifest)).containsExactly("ConfigMap has ZENDESK_API_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.bootstrapServer, broker:9092, bootstrapServer",
        "service.fetcher.replicas, 2, service",
        "kafka.securityProtocol, TLS, securityProtocol",
        "kafka.topics.partitions, many, partitions",
        "settings.GEMINI_API_KEY, open, GEMINI_API_KEY",
        "settings.LANGFUSE_SECRET_KEY, open, LANGFUSE_SECRET_KEY",
        "settings.OTEL_EXPORTER_OTLP_HEADERS, authorization=open, OTEL_EXPORTER_OTLP_HEADERS",
        "services.pod.settings.ZENDESK_CLIENT_SECRET, open, ZENDESK_CLIENT_SECRET",
        "autoscaling.maxReplicas, 13, autoscaling.maxReplicas: 13 replicas",
        "kafka.bootstrapServers, broker, /kafka/bootstrapServers",
        "kafka.bootstrapServers, '', say where Kafka is",
    })
    void valuesThatCannotBeMeantAreRefusedByName(String value, String set, String named) {
        assertThatThrownBy(() -> Chart.manifests("managed-kafka", Map.of(value, set)))
                .hasMessageContaining(named);
    }

    @Test
    void everySecretGoesOnlyToTheServicesThatNeedIt() {
        Map<String, ObjectNode> services = services(Chart.manifests("both-platforms", Map.of()));
        Map<String, List<String>> secrets = services.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        service ->
                                container((ObjectNode) ManifestRules.podOf(service.getValue()))
                                        .findValues("secretRef")
                                        .stream()
                                        .map(secret -> secret.path("name").asText())
                                        .toList()));

        assertThat(secrets)
                .isEqualTo(Map.of(
                        "fetcher", List.of("zendesk", "telemetry"),
                        "synthesis", List.of("models", "telemetry"),
                        "pod", List.of("models", "telemetry"),
                        "diagnostics", List.of("models", "telemetry"),
                        "aggregator", List.of("telemetry")));
    }

    @Test
    void aServiceHasLongerToEndThanItWaitsForCallsAndSpans() {
        assertThat(services(Chart.manifests("minimal", Map.of())).values())
                .allMatch(service -> ManifestRules.podOf(service)
                                .path("terminationGracePeriodSeconds")
                                .asInt()
                        > 20 + 10);
    }

    @Test
    void everyPodHasAPolicyThatNamesItsWaysOut() {
        List<JsonNode> manifests = Chart.manifests("fakes-only", Map.of());

        assertThat(components(manifests, "NetworkPolicy", "/spec/podSelector/matchLabels"))
                .isEqualTo(new TreeSet<>(List.of(
                        "fetcher", "synthesis", "pod", "diagnostics", "aggregator", "topics", "test", "kafka")));
        assertThat(manifests)
                .filteredOn(manifest -> manifest.path("kind").asText().equals("NetworkPolicy"))
                .allMatch(policy -> policy.at("/spec/policyTypes").toString().equals("[\"Ingress\",\"Egress\"]"));
    }

    @Test
    void withFakesNothingMayReachTheInternet() {
        assertThat(Chart.manifests("fakes-only", Map.of()).toString())
                .doesNotContain("0.0.0.0/0")
                .doesNotContain(":443");
    }

    private static TreeSet<String> components(List<JsonNode> manifests, String kind, String labels) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .map(manifest ->
                        manifest.at(labels).path("app.kubernetes.io/component").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of our five services, by name; a trial Kafka is none. */
    private static Map<String, ObjectNode> services(List<JsonNode> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals("StatefulSet"))
                .filter(manifest -> SERVICES.contains(manifest.at("/metadata/labels")
                        .path("app.kubernetes.io/component")
                        .asText()))
                .collect(Collectors.toMap(
                        manifest -> manifest.at("/metadata/labels")
                                .path("app.kubernetes.io/component")
                                .asText(),
                        ObjectNode.class::cast));
    }

    private static Arguments spoiling(String violation, Consumer<ObjectNode> pod) {
        Consumer<ObjectNode> spoil = manifest -> pod.accept((ObjectNode) ManifestRules.podOf(manifest));
        return Arguments.of(violation, spoil);
    }

    private static ObjectNode container(ObjectNode pod) {
        ArrayNode containers = pod.withArrayProperty("containers");
        return (ObjectNode) containers.get(0);
    }

    private interface Schema {
        void validate(JsonElement manifest) throws IOException;
    }
}
