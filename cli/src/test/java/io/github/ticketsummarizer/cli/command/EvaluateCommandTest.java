package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.LlmProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code evaluate} refuses before anything is started. */
class EvaluateCommandTest {
    private static final String LABEL = """
            {"ticket_id":"%s","primary_pod":"%s","acceptable_pods":["%s"],"was_used":"no","triage":"no","fix":"no",\
            "split":"tune"}""";

    @TempDir
    Path folder;

    private Path labels;
    private Path tickets;

    @BeforeEach
    void writeTickets() throws IOException {
        labels = Files.writeString(folder.resolve("labels.jsonl"), LABEL.formatted("1", "WFE", "Hub"));
        tickets = Files.createDirectory(folder.resolve("tickets"));
        Files.writeString(tickets.resolve("1.json"), "{\"ticket\":{\"id\":1},\"comments\":[],\"users\":[]}");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "no such labels",
                        2,
                        "--labels: gone is not there or cannot be read; it takes a JSON Lines file, a label a line",
                        "--labels gone --tickets TICKETS"),
                refusal(
                        "no such tickets",
                        2,
                        "--tickets: gone is not there or cannot be read; it takes a JSON file, a JSON Lines file or a"
                                + " folder of JSON files",
                        "--labels LABELS --tickets gone"),
                refusal(
                        "no label of that half",
                        2,
                        "LABELS: there is no label of the split held_out",
                        "--labels LABELS --tickets TICKETS --split held_out"),
                refusal(
                        "unknown provider",
                        2,
                        "--model-provider: unknown model provider 'gpt'; known: " + LlmProvider.knownNames(),
                        "--labels LABELS --tickets TICKETS --model-provider gpt"));
    }

    private static Arguments refusal(String what, int exitCode, String message, String arguments) {
        return Arguments.argumentSet(what, exitCode, message, arguments);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeMeasuredIsOneLineThatNamesTheWayOut(int exitCode, String message, String arguments) {
        CommandRunner.Result result = evaluate(arguments);

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).containsExactly("ticket-summarizer: " + inPlace(message));
    }

    @Test
    void whatIsNotGivenIsNamed() {
        CommandRunner.Result result = evaluate("--split tune");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly(
                        "ticket-summarizer evaluate: Missing required options: '--labels=FILE', '--tickets=FILE|DIR'",
                        "See ticket-summarizer evaluate --help");
    }

    @Test
    void unknownNamesOfOptionsAreListed() {
        assertThat(evaluate("--labels LABELS --tickets TICKETS --split test").err())
                .startsWith("ticket-summarizer evaluate: Invalid value for option '--split': unknown split 'test';"
                        + " known: tune, held_out");
        assertThat(evaluate("--labels LABELS --tickets TICKETS --output csv").err())
                .startsWith("ticket-summarizer evaluate: Invalid value for option '--output': unknown output 'csv';"
                        + " known: table, json");
    }

    @Test
    void everyLabelThatCannotBeMetIsListedWithItsLine() throws IOException {
        Files.write(
                labels,
                List.of(
                        LABEL.formatted("1", "WFE", "Hub"),
                        LABEL.formatted("404", "wfe", "Hub"),
                        "",
                        LABEL.formatted("x", "WFE", "WFE")));

        CommandRunner.Result result = evaluate("--labels LABELS --tickets TICKETS --model-provider offline");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly(
                        inPlace("ticket-summarizer: LABELS line 2: ticket 404 is not in TICKETS"),
                        inPlace("LABELS line 2: the taxonomy has no POD 'wfe'; write WFE"),
                        inPlace("LABELS line 4: ticket x is not in TICKETS"));
    }

    @Test
    void aPodThatNoTaxonomyHasIsToldWithThoseThereAre() throws IOException {
        Files.writeString(labels, LABEL.formatted("1", "Billing", "Hub"));

        CommandRunner.Result result = evaluate("--labels LABELS --tickets TICKETS --model-provider offline");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith(inPlace("ticket-summarizer: LABELS line 1: the taxonomy has no POD 'Billing'; known: "))
                .contains("WFE, Guidance");
    }

    @Test
    void aLineThatIsNoLabelIsNamed() throws IOException {
        Files.writeString(labels, "\n{\"ticket_id\":\"1\"}\n");

        CommandRunner.Result result = evaluate("--labels LABELS --tickets TICKETS --model-provider offline");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly(
                        inPlace("ticket-summarizer: LABELS line 2: primary_pod, was_used, triage, fix missing"));
    }

    private CommandRunner.Result evaluate(String arguments) {
        return new CommandRunner(folder).run(("evaluate " + inPlace(arguments)).split(" "));
    }

    private String inPlace(String text) {
        return text.replace("LABELS", labels.toString()).replace("TICKETS", tickets.toString());
    }
}
