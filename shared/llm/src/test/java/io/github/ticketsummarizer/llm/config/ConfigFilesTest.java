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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
                    confusable_with: [Guidance]
                    signals:
                      - {term: "latching", weight: 9}
                """);
        Files.delete(folder.resolve("diagnostics.yaml"));

        assertThat(mistakes())
                .containsExactly(
                        "taxonomy.yaml:1: /version: string found, integer expected (Raised by one with every change; written"
                                + " into each result.)",
                        "taxonomy.yaml:2: /colour: there is no such key; there are: version, pods",
                        "taxonomy.yaml:6: /pods/0/owns: integer found, string expected (What the POD owns, in one or"
                                + " two sentences.)",
                        "taxonomy.yaml:8: /pods/0/confusable_with/0: there is no POD 'Guidance'; there are: WFE",
                        "taxonomy.yaml:10: /pods/0/signals/0/weight: must have a maximum value of 5 (1 = a faint hint,"
                                + " 5 = nearly decides.)",
                        "diagnostics.yaml: there is no such file");
    }

    @Test
    void aPodOfALimitThatTheTaxonomyDoesNotHaveIsNamed() throws IOException {
        String guide = bundled("diagnostics.yaml").replace("pods: [Desktop]", "pods: [Desktop, Billing]");
        write("diagnostics.yaml", guide);
        int line = guide.substring(0, guide.indexOf("Billing")).split("\n", -1).length;

        assertThat(mistakes())
                .singleElement()
                .asString()
                .startsWith("diagnostics.yaml:%d: /limits/".formatted(line))
                .contains("/pods/1: there is no POD 'Billing'; there are: WFE, Guidance, CMM, Hub, ");
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
                .containsExactly(
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

    static Stream<Arguments> mistakesInATaxonomy() {
        return Stream.of(
                mistake(
                        "key that there is not",
                        "    is_not: []",
                        "    isnot: []",
                        "taxonomy.yaml:5: /pods/0: the key 'is_not' is missing",
                        "taxonomy.yaml:8: /pods/0/isnot: there is no such key; there are: name, title, owns, is_not,"
                                + " confusable_with, signals"),
                mistake(
                        "POD that there is not",
                        "[Orders]",
                        "[Ordres]",
                        "taxonomy.yaml:9: /pods/0/confusable_with/0: there is no POD 'Ordres'; there are: Billing, Orders"),
                mistake(
                        "name that is there twice",
                        "name: Orders",
                        "name: billing",
                        "taxonomy.yaml:9: /pods/0/confusable_with/0: there is no POD 'Orders'; there are: Billing, billing",
                        "taxonomy.yaml:12: /pods/1/name: 'billing' is there twice"),
                mistake(
                        "name that cannot be one",
                        "name: Billing",
                        "name: '#1'",
                        "taxonomy.yaml:5: /pods/0/name: '#1' is not written as it must be (Name of the POD as it stands"
                                + " in outputs, for example WFE or Platform Services.)"),
                mistake(
                        "nothing that it owns",
                        "owns: Invoices.",
                        "owns: ''",
                        "taxonomy.yaml:7: /pods/0/owns: is empty (What the POD owns, in one or two sentences.)"),
                mistake(
                        "blank that it owns",
                        "owns: Invoices.",
                        "owns:",
                        "taxonomy.yaml:7: /pods/0/owns: is empty (What the POD owns, in one or two" + " sentences.)"),
                mistake(
                        "weight as text",
                        "weight: 5",
                        "weight: '5'",
                        "taxonomy.yaml:11: /pods/0/signals/0/weight: string found, integer expected (1 = a faint hint,"
                                + " 5 = nearly decides.)"),
                mistake(
                        "term in capitals",
                        "term: invoice",
                        "term: Invoice",
                        "taxonomy.yaml:11: /pods/0/signals/0/term: 'Invoice' is not written as it must be (Lower case,"
                                + " one or several words, without accents. Matched as whole words against the folded text.)"),
                mistake(
                        "version that there is not",
                        "version: 4",
                        "version: 0",
                        "taxonomy.yaml:1: /version: must have a minimum value of 1 (Raised by one with every change;"
                                + " written into each result.)"),
                mistake("no version", "version: 4", "# version: 4", "taxonomy.yaml:4: the key 'version' is missing"),
                mistake(
                        "tab",
                        "    title: Billing",
                        "\ttitle: Billing",
                        "taxonomy.yaml:6: not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not"
                                + " use \\t(TAB) for indentation)"),
                mistake(
                        "second document",
                        "  - name: Orders",
                        "---\n  - name: Orders",
                        "taxonomy.yaml:13: not valid YAML: a second document begins here"),
                mistake(
                        "map in place of a list",
                        "  - name: Billing",
                        "  name: Billing",
                        "taxonomy.yaml:6: not valid YAML: mapping values are not allowed here"));
    }

    private static Arguments mistake(String what, String right, String wrong, String... mistakes) {
        return Arguments.argumentSet(what, right, wrong, List.of(mistakes));
    }

    @ParameterizedTest
    @MethodSource("mistakesInATaxonomy")
    void whatAnEditorGetsWrongIsNamedWithItsLine(String right, String wrong, List<String> expected) throws IOException {
        String taxonomy = """
                version: 4

                # The teams.
                pods:
                  - name: Billing
                    title: Billing
                    owns: Invoices.
                    is_not: []
                    confusable_with: [Orders]
                    signals:
                      - {term: invoice, weight: 5}
                  - name: Orders
                    title: Orders
                    owns: Orders.
                    is_not: []
                    confusable_with: []
                    signals:
                      - {term: order, weight: 4}
                """;
        assertThat(taxonomy).contains(right);
        write("taxonomy.yaml", taxonomy.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)));

        assertThat(mistakes()).containsExactlyElementsOf(expected);
    }

    @Test
    void aLimitWithoutItsGapAreaIsNamed() throws IOException {
        write(
                "diagnostics.yaml",
                bundled("diagnostics.yaml").replaceFirst("triage_gap_area: latching", "triage_gap_area: null"));

        assertThat(mistakes())
                .singleElement()
                .asString()
                .matches("diagnostics\\.yaml:\\d+: /limits/0/triage_gap_area: null found, string expected"
                        + " \\(A gap area is needed when triage is maybe or no\\.\\)");
    }

    @Test
    void aGapAreaThatIsNotListedIsNamed() throws IOException {
        write("diagnostics.yaml", bundled("diagnostics.yaml").replaceFirst("(?m)^  - \\{id: latching, .*\\n", ""));

        assertThat(mistakes())
                .singleElement()
                .asString()
                .matches("diagnostics\\.yaml:\\d+: /limits/0/triage_gap_area: there is no triage gap area 'latching';"
                        + " there are: integration, .*");
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        Files.write(folder.resolve("taxonomy.yaml"), "version: 1 # für alle".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(mistakes()).containsExactly("taxonomy.yaml: is not in UTF-8; save it in that encoding");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        write("taxonomy.yaml", "");

        assertThat(mistakes()).containsExactly("taxonomy.yaml:1: not valid YAML: the file is empty");
    }

    /** Without the folder, which each of them names. */
    private List<String> mistakes() {
        return catchThrowableOfType(
                        ConfigException.class,
                        () -> ConfigFiles.inFolder(folder).load())
                .problems()
                .stream()
                .map(mistake -> mistake.replace(folder + "/", ""))
                .toList();
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
