package io.github.ticketsummarizer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.evaluation.LabelFile.NumberedLabel;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.GapArea;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.testing.PlantedValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the labels of the sample tickets to the configuration, to the rules of the assessments and to the tickets. */
class SampleLabelsTest {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final int FEWEST_OF_A_POD = 6;
    private static final int LARGEST_DIFFERENCE_OF_HALVES = 2;

    private final AnalysisConfig config = ConfigFiles.bundled().load();
    private final Map<String, SampleTicket> tickets;
    private final List<PlantedValue> planted;
    private final List<Label> labels;

    SampleLabelsTest() throws IOException {
        Json json = new Json();
        tickets = SampleTicket.readAll(SAMPLES.resolve("tickets"), json);
        planted = PlantedValue.read(SAMPLES.resolve("planted-personal-data.json"), json);
        labels = LabelFile.read(SAMPLES.resolve("labels.jsonl"), json).stream()
                .map(NumberedLabel::label)
                .toList();
    }

    @Test
    void everyTicketHasOneLabelAndEveryLabelATicket() {
        assertThat(labels).extracting(Label::ticketId).containsExactlyInAnyOrderElementsOf(tickets.keySet());
    }

    @Test
    void podsAreThoseOfTheTaxonomyAndThePrimaryIsAcceptable() {
        assertThat(labels).allSatisfy(label -> {
            assertThat(label.acceptablePods()).contains(label.primaryPod());
            assertThat(config.taxonomy().names()).containsAll(label.rightPods());
        });
    }

    @Test
    void everyPodIsThePrimaryOfAtLeastSixTickets() {
        Map<String, Long> tickets =
                labels.stream().collect(Collectors.groupingBy(Label::primaryPod, Collectors.counting()));

        assertThat(config.taxonomy().names())
                .allSatisfy(pod ->
                        assertThat(tickets.getOrDefault(pod, 0L)).as(pod).isGreaterThanOrEqualTo(FEWEST_OF_A_POD));
    }

    @Test
    void aGapAreaStandsExactlyWhereTheAnswerIsNotYesAndIsOneOfTheGuide() {
        assertThat(labels).allSatisfy(label -> {
            assertGapFits(label.triage(), label.triageGapArea(), config.guide().triageGapAreas());
            assertGapFits(label.fix(), label.fixGapArea(), config.guide().fixGapAreas());
        });
    }

    private static void assertGapFits(Assessment assessment, @Nullable String gap, List<GapArea> known) {
        if (assessment == Assessment.YES) {
            assertThat(gap).isNull();
        } else {
            assertThat(gap).isIn(known.stream().map(GapArea::id).toList());
        }
    }

    @Test
    void aTicketIsEscalatedExactlyWhenItHasAJiraLink() {
        assertThat(labels)
                .allSatisfy(label -> assertThat(label.isEscalated())
                        .isEqualTo(ticket(label.ticketId()).hasJiraLink()));
    }

    @Test
    void theFixOfAnEscalatedTicketIsThatOfTheGuide() {
        assertThat(labels.stream().filter(label -> Boolean.TRUE.equals(label.isEscalated())))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.fix())
                        .isEqualTo(config.guide().escalationFix().assessment()));
    }

    @Test
    void eachPodIsHalvedBetweenTuningAndMeasuring() {
        Map<String, Map<Split, Long>> halves = labels.stream()
                .collect(Collectors.groupingBy(
                        Label::primaryPod,
                        Collectors.groupingBy(
                                label -> Objects.requireNonNull(label.split(), label.ticketId()),
                                () -> new EnumMap<>(Split.class),
                                Collectors.counting())));

        assertThat(halves)
                .allSatisfy((pod, half) -> assertThat(
                                half.getOrDefault(Split.TUNE, 0L) - half.getOrDefault(Split.HELD_OUT, 0L))
                        .isBetween((long) -LARGEST_DIFFERENCE_OF_HALVES, (long) LARGEST_DIFFERENCE_OF_HALVES));
    }

    @Test
    void everyLabelSaysWhyAndTellsTheTicketInFourLines() {
        assertThat(labels)
                .allSatisfy(label -> assertThat(texts(label))
                        .hasSize(5)
                        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("\n")));
    }

    @Test
    void noLabelRepeatsPersonalDataOfItsTicket() {
        Map<String, List<String>> texts =
                labels.stream().collect(Collectors.toMap(Label::ticketId, SampleLabelsTest::texts));

        assertThat(planted)
                .isNotEmpty()
                .allSatisfy(value ->
                        assertThat(texts.get(value.ticketId())).noneMatch(text -> text.contains(value.value())));
    }

    @Test
    void plantedPersonalDataStandsWhereTheListSays() {
        assertThat(planted)
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.places())
                        .allMatch(place -> ticket(value.ticketId())
                                .textsAt(place)
                                .anyMatch(text -> text.contains(value.value()))));
    }

    private SampleTicket ticket(String id) {
        return Objects.requireNonNull(tickets.get(id), () -> "no ticket " + id);
    }

    private static List<String> texts(Label label) {
        Synthesis synthesis = Objects.requireNonNull(label.referenceSynthesis(), label.ticketId());
        return Stream.of(
                        synthesis.issueReported(),
                        synthesis.rootCause(),
                        synthesis.summary(),
                        synthesis.resolution(),
                        Objects.requireNonNullElse(label.why(), ""))
                .toList();
    }
}
