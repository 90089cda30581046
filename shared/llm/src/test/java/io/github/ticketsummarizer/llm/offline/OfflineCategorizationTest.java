package io.github.ticketsummarizer.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Signal;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

class OfflineCategorizationTest {
    private final OfflineCategorization categorization =
            new OfflineCategorization(Tokenizer.stemming(), Threads.CONFIG.taxonomy());

    @Test
    void theCauseDecidesOverTheReport() {
        Categorization answer =
                categorization.categorize(input("Our task list is wrong.", "Latching to the wrong element.", "Done."));

        assertThat(answer)
                .isEqualTo(new Categorization(
                        "WFE",
                        "Keyword baseline: 'latching', 'wrong element' in the synthesis and its evidence speak for WFE "
                                + "(27.0 points). No language model read this ticket.",
                        Confidence.CONFIDENT,
                        "WFE has 27.0 points, the next POD (Hub) 5.0 points",
                        List.of(),
                        null,
                        new Categorization.Metadata(
                                List.of("latching", "wrong element"),
                                List.of(
                                        "weighted terms of the taxonomy, root cause and resolution first",
                                        "WFE has 27.0 points, the next POD (Hub) 5.0 points"))));
    }

    @Test
    void twoThatComeCloseAreNotConfident() {
        Categorization answer =
                categorization.categorize(input("r", "Latching of the task list.", "The wrong element is gone."));

        assertThat(answer.primaryPod()).isEqualTo("WFE");
        assertThat(answer.confidence()).isEqualTo(Confidence.NOT_CONFIDENT);
        assertThat(answer.alternativePods()).containsExactly("Hub");
        assertThat(answer.alternativeReasoning()).isEqualTo("Hub: 'task list' (15.0 points)");
    }

    @Test
    void aTermInsideAnothersLongerOneDoesNotCount() {
        Categorization answer =
                categorization.categorize(input("r", "The integration hub lost its connection.", "Auto sync is back."));

        assertThat(answer.primaryPod()).isEqualTo("Platform Services");
        assertThat(answer.alternativePods()).isEmpty();
        assertThat(answer.confidenceReason()).endsWith("no other POD has any");
    }

    @Test
    void whatTheThreadSaysIsNotTheMatterDoesNotCount() {
        Categorization answer = categorization.categorize(
                input("r", "Not a question of latching. The wrong element is fine. It is the task list.", "r"));

        assertThat(answer.primaryPod()).isEqualTo("Hub");
        assertThat(answer.metadata().keywordsMatched()).containsExactly("task list");
    }

    @Test
    void englishEndingsDoNotMatter() {
        Categorization answer = categorization.categorize(input("r", "Two tips were latched to one field.", "r"));

        assertThat(answer.primaryPod()).isEqualTo("WFE");
        assertThat(answer.metadata().keywordsMatched()).containsExactly("latching");
    }

    @Test
    void whatTheAgentEnteredAsRootCauseCountsAsTheCause() {
        AnalysisInput silent = input("r", "None.", "r");
        CustomFields fields = new CustomFields("unknown", Escalation.NONE, "Task list without an owner.", Map.of());
        TicketHeader header = new TicketHeader("1", "s", "d", "u", "open", null, null, 1, fields);

        Categorization answer =
                categorization.categorize(new AnalysisInput(header, silent.synthesis(), silent.evidence()));

        assertThat(answer.primaryPod()).isEqualTo("Hub");
    }

    @Test
    void aPodThatIsAddedToTheTaxonomyIsAnsweredWithNothingTrained() {
        AnalysisInput input = input("r", "The loyalty card prints the wrong element.", "New loyalty card.");
        List<Pod> pods = new ArrayList<>(Threads.CONFIG.taxonomy().pods());
        pods.add(new Pod("Loyalty", "Loyalty", "owns", List.of(), List.of(), List.of(new Signal("loyalty card", 5))));

        assertThat(categorization.categorize(input).primaryPod()).isEqualTo("WFE");
        assertThat(new OfflineCategorization(Tokenizer.stemming(), new Taxonomy(2, pods))
                        .categorize(input)
                        .primaryPod())
                .isEqualTo("Loyalty");
    }

    @Test
    void wordsOfItsOwnDescriptionSpeakForAPodFaintly() {
        Pod loyalty = new Pod(
                "Loyalty",
                "Loyalty cards",
                "Vouchers and services for members.",
                List.of(),
                List.of(),
                List.of(new Signal("loyalty card", 5)));
        List<Pod> pods = new ArrayList<>(Threads.CONFIG.taxonomy().pods());
        pods.add(loyalty);

        Categorization answer = new OfflineCategorization(Tokenizer.stemming(), new Taxonomy(2, pods))
                .categorize(input("r", "Vouchers of two services expired.", "r"));

        assertThat(answer.primaryPod()).isEqualTo("Loyalty");
        assertThat(answer.metadata().keywordsMatched())
                .as("'services' stands in the title of another POD too")
                .containsExactly("vouchers");
        assertThat(answer.confidence()).isEqualTo(Confidence.NOT_CONFIDENT);
    }

    @Test
    void aTicketWithoutAnyTermSaysSo() {
        Categorization answer = categorization.categorize(input("Hello.", "None.", "None."));

        assertThat(answer.primaryPod()).isEqualTo("WFE");
        assertThat(answer.confidence()).isEqualTo(Confidence.NOT_CONFIDENT);
        assertThat(answer.reasoning())
                .isEqualTo("Keyword baseline: no term of the taxonomy was found, so the first POD of the taxonomy "
                        + "stands here in place of an answer.");
    }

    @ParameterizedTest
    @MethodSource("podsOfTheBundledTaxonomy")
    void everyPodOfTheBundledTaxonomyWinsByItsOwnStrongTerms(Taxonomy taxonomy, Pod pod) {
        String strongTerms = pod.signals().stream()
                .filter(signal -> signal.weight() >= 4)
                .map(Signal::term)
                .collect(Collectors.joining(". "));

        Categorization answer =
                new OfflineCategorization(Tokenizer.stemming(), taxonomy).categorize(input("r", strongTerms, "r"));

        assertThat(answer.primaryPod()).isEqualTo(pod.name());
        assertThat(answer.confidence()).isEqualTo(Confidence.CONFIDENT);
    }

    private static List<ArgumentSet> podsOfTheBundledTaxonomy() {
        Taxonomy taxonomy = ConfigFiles.bundled().load().taxonomy();
        return taxonomy.pods().stream()
                .map(pod -> Arguments.argumentSet(pod.name(), taxonomy, pod))
                .toList();
    }

    private static AnalysisInput input(String issue, String cause, String resolution) {
        return new AnalysisInput(
                Threads.thread().ticket("s").header(),
                new Synthesis(issue, cause, "summary", resolution),
                List.of(new Evidence(1, issue)));
    }
}
