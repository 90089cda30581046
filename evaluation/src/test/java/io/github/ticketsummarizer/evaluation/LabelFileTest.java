package io.github.ticketsummarizer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.evaluation.LabelFile.NumberedLabel;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {
    private static final String WHOLE = """
            {"ticket_id":"78788","primary_pod":"WFE","acceptable_pods":["WFE","Guidance"],"was_used":"yes",\
            "triage":"maybe","fix":"no","triage_gap_area":"latching","fix_gap_area":"css_selector",\
            "ticket_type":"troubleshooting","is_escalated":true,"reference_synthesis":{"issue_reported":"a",\
            "root_cause":"b","summary":"c","resolution":"d"},"split":"held_out","why":"It latched."}""";
    private static final String LEAST =
            "{\"ticket_id\":1,\"primary_pod\":\"Hub\",\"was_used\":\"no\",\"triage\":\"yes\",\"fix\":\"yes\"}";

    @TempDir
    Path folder;

    @Test
    void readsEveryFieldAndKnowsTheLine() throws IOException {
        assertThat(read(WHOLE, "", LEAST))
                .containsExactly(
                        new NumberedLabel(
                                1,
                                new Label(
                                        "78788",
                                        "WFE",
                                        Set.of("WFE", "Guidance"),
                                        DiagnosticsUse.YES,
                                        Assessment.MAYBE,
                                        Assessment.NO,
                                        "latching",
                                        "css_selector",
                                        TicketType.TROUBLESHOOTING,
                                        true,
                                        new Synthesis("a", "b", "c", "d"),
                                        Split.HELD_OUT,
                                        "It latched.")),
                        new NumberedLabel(
                                3,
                                new Label(
                                        "1",
                                        "Hub",
                                        null,
                                        DiagnosticsUse.NO,
                                        Assessment.YES,
                                        Assessment.YES,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)));
    }

    @Test
    void everyMistakeIsNamedWithItsLineAndReason() {
        assertThatThrownBy(() -> read(
                        "{",
                        "[1]",
                        "{\"ticket_id\":\"2\",\"fix\":null}",
                        LEAST.replace("\"triage\":\"yes\"", "\"triage\":\"perhaps\""),
                        LEAST.replace("}", ",\"split\":\"test\"}"),
                        LEAST.replace("}", ",\"acceptable_pods\":\"Hub\"}"),
                        WHOLE.replace("\"root_cause\":\"b\",", ""),
                        LEAST,
                        LEAST,
                        LEAST + LEAST))
                .isInstanceOf(LabelsException.class)
                .message()
                .satisfies(
                        message -> assertThat(message.replace(folder + "/", "").lines())
                                .containsExactly(
                                        "labels.jsonl line 1: not one JSON object (at column 2)",
                                        "labels.jsonl line 2: not a JSON object",
                                        "labels.jsonl line 3: primary_pod, was_used, triage, fix missing",
                                        "labels.jsonl line 4: triage: unknown assessment 'perhaps'; known: yes, no, maybe",
                                        "labels.jsonl line 5: split: unknown split 'test'; known: tune, held_out",
                                        "labels.jsonl line 6: acceptable_pods: has the wrong type, or is incomplete",
                                        "labels.jsonl line 7: reference_synthesis.root_cause: has the wrong type, or is"
                                                + " incomplete",
                                        "labels.jsonl line 9: ticket 1 is labelled on line 8 already",
                                        "labels.jsonl line 10: not one JSON object (at column 79)"));
    }

    @Test
    void ofManyMistakesTheFirstAreShown() {
        assertThatThrownBy(() -> read(Collections.nCopies(25, "{}").toArray(String[]::new)))
                .isInstanceOf(LabelsException.class)
                .message()
                .satisfies(message ->
                        assertThat(message.lines()).hasSize(21).last().isEqualTo("… and 5 more"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> LabelFile.read(folder.resolve("gone.jsonl"), new Json()))
                .isInstanceOf(LabelsException.class)
                .hasMessageContaining("gone.jsonl: cannot be read");
    }

    private List<NumberedLabel> read(String... lines) throws IOException {
        return LabelFile.read(Files.write(folder.resolve("labels.jsonl"), List.of(lines)), new Json());
    }
}
