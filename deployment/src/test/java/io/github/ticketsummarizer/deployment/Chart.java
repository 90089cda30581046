package io.github.ticketsummarizer.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Helm chart, by a Helm that runs in this process: nothing has to be installed. */
final class Chart {
    static final List<String> EXAMPLES = List.of("minimal", "managed-kafka", "both-platforms", "fakes-only");
    /** The oldest that the chart takes and the newest that is tried. */
    static final List<String> KUBERNETES = List.of("1.29.0", "1.37.0");

    private static final Path FOLDER = ProjectFiles.ROOT.resolve("k8s/ticket-summarizer");

    private Chart() {}

    /** The manifests of an example. */
    static List<JsonNode> manifests(String example, String kubernetes, Map<String, ?> values) {
        TemplateCommand command = new Helm(FOLDER)
                .template()
                .withName("tickets")
                .withKubeVersion(kubernetes)
                .withValuesFile(FOLDER.resolve("examples/%s.yaml".formatted(example)));
        values.forEach(command::set);
        return ProjectFiles.yaml(command.call());
    }

    static List<JsonNode> manifests(String example, Map<String, ?> values) {
        return manifests(example, KUBERNETES.getLast(), values);
    }
}
