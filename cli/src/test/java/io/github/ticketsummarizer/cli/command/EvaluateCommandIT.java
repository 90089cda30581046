package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command on the real broker and services: one ticket that is answered as labelled, one whose label names another
 * POD on purpose, and one that cannot be read.
 */
class EvaluateCommandIT {
    private static final String TICKET = """
            {"ticket":{"id":%s,"subject":"%s","status":"solved","custom_fields":[{"id":41001255923353,"value":"%s"}]},\
            "comments":[{"id":1,"author_id":7,"public":true,"plain_body":"%s"}],"users":[]}""";
    private static final String LABEL = """
            {"ticket_id":"%s","primary_pod":"%s","acceptable_pods":["%s"],"was_used":"%s","triage":"no","fix":"no",\
            "split":"%s"}""";
    private static final double TOLERANCE = 1e-9;

    @TempDir
    Path folder;

    private Path tickets;
    private Path labels;

    @BeforeEach
    void writeTickets() throws IOException {
        tickets = Files.createDirectory(folder.resolve("tickets"));
        Files.writeString(
                tickets.resolve("1.json"),
                TICKET.formatted(
                        1,
                        "iOS app",
                        "diagnostic_yes",
                        "In our native iOS mobile app on iPhone and on the Android phone, with the mobile SDK, nothing"
                                + " shows."));
        Files.writeString(
                tickets.resolve("2.json"),
                TICKET.formatted(
                        2,
                        "Mirror simulation",
                        "diagnostic_no",
                        "The Mirror simulation of our application, the training replica, does not record its"
                                + " screens."));
        Files.writeString(tickets.resolve("3.json"), "{\"ticket\":{\"id\":3}");
        labels = Files.write(
                folder.resolve("labels.jsonl"),
                List.of(
                        LABEL.formatted(1, "Mobile", "Mobile", "yes", "tune"),
                        LABEL.formatted(2, "Hub", "Mirror", "no", "held_out"),
                        LABEL.formatted(3, "Mobile", "Mobile", "no", "held_out")));
    }

    @Test
    void theFiguresAreThoseOfTheReportsAndAFailedTicketIsWrong() throws IOException {
        CommandRunner.Result result = evaluate("--output", "json", "--mistakes");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.FAILED_TICKETS.code());
        JsonNode document = new Json().mapper().readTree(result.out());
        assertThat(document.path("tickets").asInt()).isEqualTo(3);
        assertThat(document.path("failed_tickets").asInt()).isEqualTo(1);
        assertValue(document, "/pod/accuracy", 1 / 3.0);
        assertValue(document, "/acceptable_pods/accuracy", 2 / 3.0);
        assertValue(document, "/pod/macro_f1", 2 / 9.0);
        assertValue(document, "/was_used/accuracy", 2 / 3.0);
        assertThat(document.at("/pod/confusion"))
                .hasToString("{\"classes\":[\"Hub\",\"Mirror\",\"Mobile\"],\"counts\":[[0,1,0],[0,0,0],[0,0,1]],"
                        + "\"without_answer\":[0,0,1]}");
        assertThat(document.at("/failures/0/ticket_id").asText()).isEqualTo("3");
        assertThat(document.at("/failures/0/error_type").asText()).isEqualTo("zendesk_bad_answer");
        assertThat(document.path("mistakes"))
                .filteredOn(mistake -> mistake.path("question").asText().equals("pod"))
                .extracting(mistake -> "%s %s %s %s"
                        .formatted(
                                mistake.path("ticket_id").asText(),
                                mistake.path("expected").asText(),
                                mistake.path("answered").asText(),
                                mistake.path("is_acceptable").asText()))
                .containsExactly("2 Hub Mirror true", "3 Mobile null false");
        assertThat(folder.resolve("state")).as("nothing is kept").doesNotExist();
    }

    @Test
    void oneHalfIsMeasuredByItselfAndPrintedForPeople() {
        CommandRunner.Result result = evaluate("--split", "tune");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK.code());
        assertThat(result.out().lines())
                .contains(
                        "Labels     %s, tune".formatted(labels),
                        "Tickets    1",
                        "Failed     0",
                        "PODs: the right one by row, the answered one by column");
        assertThat(result.err()).contains("1 ticket, both, offline");
    }

    private static void assertValue(JsonNode document, String figure, double expected) {
        assertThat(document.at(figure + "/value").doubleValue()).isCloseTo(expected, within(TOLERANCE));
    }

    private CommandRunner.Result evaluate(String... more) {
        String[] arguments = {
            "evaluate", "--labels", labels.toString(), "--tickets", tickets.toString(), "--model-provider", "offline"
        };
        return new CommandRunner(folder)
                .with("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092")
                .run(Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
    }
}
