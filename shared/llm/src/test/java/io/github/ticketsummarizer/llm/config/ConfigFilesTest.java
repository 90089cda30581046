package io.github.ticketsummarizer.llm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.GapArea;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Limit;
import io.github.ticketsummarizer.model.Assessment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void startFromTheBundledFiles() throws IOException {
        write("taxonomy.yaml", bundled("taxonomy.yaml"));
        write("diagnostics.yaml", bundled("diagnostics.yaml"));
    }

    @Test
    void theBundledFilesAreValid() {
        AnalysisConfig config = ConfigFiles.bundled().load();

        assertThat(config.taxonomy().names())
                .containsExactly(
                        "WFE",
                        "Guidance",
                        "CMM",
                        "Hub",
                        "Analytics",
                        "Insights",
                        "Capture",
                        "Mirror",
                        "Desktop",
                        "Mobile",
                        "Labs",
                        "Platform Services",
                        "UI Platform");
        Limit latching = config.guide().limits().stream()
                .filter(limit -> limit.id().equals("latching"))
                .findFirst()
                .orElseThrow();
        assertThat(latching.triage()).isEqualTo(Assessment.MAYBE);
        assertThat(latching.fix()).isEqualTo(Assessment.NO);
        assertThat(latching.triageGapArea()).isEqualTo("latching");
        assertThat(latching.signals()).contains(new Signal("latching", 5));
    }

    @Test
    void aFolderIsReadLikeTheBundledFiles() {
        assertThat(ConfigFiles.inFolder(folder).load())
                .isEqualTo(ConfigFiles.bundled().load());
    }

    @Test
    void aPodIsFoundInAnyCase() {
        Taxonomy taxonomy = ConfigFiles.bundled().load().taxonomy();

        assertThat(taxonomy.find(" platform services ").map(Pod::name)).hasValue("Platform Services");
        assertThat(taxonomy.find("Billing")).isEmpty();
    }

    @Test
    void everyMistakeOfBothFilesIsListedWithItsLine() throws IOException {
        write("taxonomy.yaml", """
                version: one
                colour: red
                pods:
                  - name: WFE
                    title: Workflow engine
                    owns: 3
                    is_not: []
                    confusable_with: []
                    signals:
                      - {term: "latching", weight: 9}
                """);
        Files.delete(folder.resolve("diagnostics.yaml"));

        assertThat(mistakes())
                .containsExactlyInAnyOrder(
                        "taxonomy.yaml:1: /version: string found, integer expected",
                        "taxonomy.yaml:2: /colour: property 'colour' is not defined in the schema and the schema does "
                                + "not allow additional properties",
                        "taxonomy.yaml:6: /pods/0/owns: integer found, string expected",
                        "taxonomy.yaml:10: /pods/0/signals/0/weight: must have a maximum value of 5",
                        "diagnostics.yaml: there is no such file in " + folder);
    }

    @Test
    void aConfusablePodThatIsNotThereIsNamed() throws IOException {
        write("taxonomy.yaml", """
                version: 1
                pods:
                  - name: WFE
                    title: Workflow engine
                    owns: Elements.
                    is_not: []
                    confusable_with:
                      - Guidence
                      - WFE
                    signals:
                      - {term: "latching", weight: 5}
                      - {term: "latching", weight: 4}
                  - name: Wfe
                    title: Workflow engine again
                    owns: Elements.
                    is_not: []
                    confusable_with: []
                    signals:
                      - {term: "xpath", weight: 5}
                """);

        assertThat(mistakes())
                .containsExactlyInAnyOrder(
                        "taxonomy.yaml:8: /pods/0/confusable_with/0: there is no POD 'Guidence'; there are: WFE, Wfe",
                        "taxonomy.yaml:9: /pods/0/confusable_with/1: a POD cannot be confused with itself",
                        "taxonomy.yaml:12: /pods/0/signals/1/term: 'latching' is there twice",
                        "taxonomy.yaml:13: /pods/1/name: 'Wfe' is there twice");
    }

    @Test
    void aRecommendationThatIsNotThereIsNamed() throws IOException {
        String guide = bundled("diagnostics.yaml")
                .replaceFirst("recommendation: reselect_element", "recommendation: reselect_elements");
        write("diagnostics.yaml", guide);
        int line = (int) guide.substring(0, guide.indexOf("recommendation: reselect_elements"))
                .lines()
                .count();

        assertThat(mistakes())
                .containsExactly("diagnostics.yaml:%d: /capabilities/0/recommendation: there is no recommendation "
                                .formatted(line)
                        + "'reselect_elements'; there are: reselect_element, raise_occurrence, "
                        + "check_rule_conditions, contact_support");
    }

    @Test
    void gapAreasMayHaveOtherNamesAsLongAsTheyAreListed() throws IOException {
        write(
                "diagnostics.yaml",
                bundled("diagnostics.yaml")
                        .replace("{id: latching, description", "{id: wrong_ledger, description")
                        .replace("triage_gap_area: latching", "triage_gap_area: wrong_ledger"));

        DiagnosticsGuide guide = ConfigFiles.inFolder(folder).load().guide();

        assertThat(guide.triageGapAreas()).extracting(GapArea::id).contains("wrong_ledger");
    }

    @Test
    void aLimitOfATicketTypeThatIsNotThereIsNamed() throws IOException {
        write("diagnostics.yaml", bundled("diagnostics.yaml").replace("limit: missing_feature", "limit: no_feature"));

        assertThat(mistakes())
                .singleElement()
                .asString()
                .matches("diagnostics\\.yaml:\\d+: /ticket_types/0/limit: there is no limit 'no_feature'; .*");
    }

    @Test
    void aDefaultLimitThatIsNotThereIsNamed() throws IOException {
        write(
                "diagnostics.yaml",
                bundled("diagnostics.yaml").replace("default_limit: outside_the_page", "default_limit: nowhere"));

        assertThat(mistakes())
                .singleElement()
                .asString()
                .matches("diagnostics\\.yaml:\\d+: /default_limit: there is no limit 'nowhere'; .*");
    }

    @Test
    void theGapThatAnswersFallBackToMustBeThere() throws IOException {
        write(
                "diagnostics.yaml",
                bundled("diagnostics.yaml")
                        .replaceAll("(?m)^  - \\{id: other_fix_gap.*\\n", "")
                        .replace("fix_gap_area: other_fix_gap", "fix_gap_area: css_selector"));

        assertThat(mistakes())
                .singleElement()
                .asString()
                .matches(
                        "diagnostics\\.yaml:\\d+: /fix_gap_areas: 'other_fix_gap' is missing; answers fall back to it");
    }

    @Test
    void aFileThatIsNoYamlIsNamedWithItsLine() throws IOException {
        write("taxonomy.yaml", "version: 1\n  pods: [\n");
        write("diagnostics.yaml", "version: 1\nversion: 2\n");

        assertThat(mistakes())
                .containsExactly(
                        "taxonomy.yaml:2: not valid YAML: mapping values are not allowed here",
                        "diagnostics.yaml:2: not valid YAML: Duplicate field 'version'");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        write("taxonomy.yaml", "");

        assertThat(mistakes()).containsExactly("taxonomy.yaml:1: not valid YAML: the file is empty");
    }

    private List<String> mistakes() {
        return catchThrowableOfType(
                        ConfigException.class,
                        () -> ConfigFiles.inFolder(folder).load())
                .problems();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String bundled(String name) throws IOException {
        try (InputStream in = ConfigFiles.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
