package io.github.ticketsummarizer.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What every manifest of the chart keeps: pods may nothing that the restricted standard forbids
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/) and have limits and probes, images have a version,
 * and no secret stands in a ConfigMap, an argument or a variable.
 */
final class ManifestRules {
    /** What the stand-ins take, which opens nothing else. */
    private static final Set<String> FAKE_SECRETS = Set.of("fake-secret", "fake-key");

    private final List<String> violations = new ArrayList<>();

    private ManifestRules() {}

    /** Each rule that the manifest breaks, with where; none for a good one. */
    static List<String> violations(JsonNode manifest) {
        ManifestRules rules = new ManifestRules();
        rules.checkSettings(manifest);
        JsonNode pod = podOf(manifest);
        if (!pod.isMissingNode()) {
            rules.checkPod(manifest, pod);
        }
        return rules.violations;
    }

    static JsonNode podOf(JsonNode manifest) {
        return manifest.path("kind").asText().equals("Pod")
                ? manifest.path("spec")
                : manifest.at("/spec/template/spec");
    }

    private void checkSettings(JsonNode manifest) {
        require(!manifest.path("kind").asText().equals("Secret"), "a Secret is made by the chart");
        manifest.path("data")
                .properties()
                .forEach(setting -> require(!isSecret(setting.getKey()), "ConfigMap has " + setting.getKey()));
    }

    private void checkPod(JsonNode manifest, JsonNode pod) {
        JsonNode security = pod.path("securityContext");
        require(security.path("runAsNonRoot").asBoolean(), "runAsNonRoot");
        require(security.at("/seccompProfile/type").asText().equals("RuntimeDefault"), "seccompProfile");
        require(isFalse(pod, "automountServiceAccountToken"), "automountServiceAccountToken");
        require(isFalse(pod, "enableServiceLinks"), "enableServiceLinks");
        for (String forbidden : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(!pod.has(forbidden), forbidden);
        }
        pod.path("volumes").forEach(volume -> require(!volume.has("hostPath"), "hostPath"));
        pod.path("volumes")
                .forEach(volume -> require(
                        !volume.has("emptyDir")
                                || volume.at("/emptyDir/sizeLimit").isTextual(),
                        "sizeLimit"));
        pod.path("initContainers").forEach(this::checkContainer);
        pod.path("containers").forEach(this::checkContainer);
        if (manifest.path("kind").asText().equals("StatefulSet")) {
            pod.path("containers")
                    .forEach(container -> List.of("startupProbe", "livenessProbe", "readinessProbe")
                            .forEach(probe -> require(container.has(probe), probe)));
        }
    }

    private void checkContainer(JsonNode container) {
        String name = container.path("name").asText();
        JsonNode security = container.path("securityContext");
        require(isFalse(security, "allowPrivilegeEscalation"), name + ": allowPrivilegeEscalation");
        require(security.path("readOnlyRootFilesystem").asBoolean(), name + ": readOnlyRootFilesystem");
        require(security.at("/capabilities/drop").toString().equals("[\"ALL\"]"), name + ": capabilities");
        require(
                container.path("image").asText().matches("[^:]+(:[0-9]+/[^:]+)?:(v|version-)?[0-9]+\\..*"),
                name + ": image without a version");
        for (String amount :
                List.of("/resources/requests/cpu", "/resources/requests/memory", "/resources/limits/memory")) {
            require(!container.at(amount).isMissingNode(), name + ": " + amount);
        }
        container
                .path("env")
                .forEach(variable -> require(
                        !isSecret(variable.path("name").asText()) || isReferenceOrFake(variable),
                        name + ": " + variable.path("name").asText()));
        texts(container.path("command"))
                .forEach(text -> require(!text.matches("(?is).*(password|secret|api[_-]?key)=.*"), name + ": command"));
        texts(container.path("args"))
                .forEach(text -> require(!text.matches("(?is).*(password|secret|api[_-]?key)=.*"), name + ": args"));
    }

    private static boolean isReferenceOrFake(JsonNode variable) {
        return variable.has("valueFrom")
                || FAKE_SECRETS.contains(variable.path("value").asText());
    }

    private static boolean isSecret(String name) {
        return ProjectFiles.SECRET.matcher(name).matches();
    }

    private static boolean isFalse(JsonNode object, String field) {
        return object.path(field).isBoolean() && !object.path(field).asBoolean();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private void require(boolean isKept, String rule) {
        if (!isKept) {
            violations.add(rule);
        }
    }

    /** The name by which a violation is told. */
    static String nameOf(JsonNode manifest) {
        return Map.entry(
                        manifest.path("kind").asText(),
                        manifest.at("/metadata/name").asText())
                .toString();
    }
}
