package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.llm.InvalidAnswerException;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.Confidence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the answer to {@code categorization}: every POD that it names must be one of the taxonomy. */
public final class CategorizationReader {
    private final Taxonomy taxonomy;

    public CategorizationReader(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /**
     * Reads one answer.
     *
     * @throws InvalidAnswerException {@code llm_invalid_answer} when a part is missing or a POD unknown; the message names each
     */
    public Categorization read(LlmAnswer answer) throws InvalidAnswerException {
        AnswerFields fields = AnswerFields.of(answer);
        String primaryPod = fields.choice("primary_pod", "", this::podName, knownPods());
        List<String> alternatives = alternatives(fields, primaryPod);
        AnswerFields metadata = fields.object("metadata");
        Categorization categorization = new Categorization(
                primaryPod,
                fields.text("reasoning"),
                fields.choice("confidence", Confidence.NOT_CONFIDENT, Confidence::fromName, "confident, not confident"),
                fields.text("confidence_reason"),
                alternatives,
                alternatives.isEmpty() ? null : fields.optionalText("alternative_reasoning"),
                new Categorization.Metadata(metadata.texts("keywords_matched"), metadata.texts("decision_factors")));
        fields.require(LlmTask.CATEGORIZATION);
        return categorization;
    }

    private List<String> alternatives(AnswerFields fields, String primaryPod) {
        Set<String> alternatives = new LinkedHashSet<>();
        for (String name : fields.texts("alternative_pods")) {
            taxonomy.find(name)
                    .ifPresentOrElse(
                            pod -> alternatives.add(pod.name()),
                            () -> fields.problem("alternative_pods", "has one that is not one of: " + knownPods()));
        }
        alternatives.remove(primaryPod);
        return List.copyOf(alternatives);
    }

    private String podName(String name) {
        return taxonomy.find(name).map(Pod::name).orElseThrow(IllegalArgumentException::new);
    }

    private String knownPods() {
        return String.join(", ", taxonomy.names());
    }
}
