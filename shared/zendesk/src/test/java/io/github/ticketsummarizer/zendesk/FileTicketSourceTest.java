package io.github.ticketsummarizer.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.model.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTicketSourceTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderAnswersEachIdInTheirOrder() throws Exception {
        Path fixtures = Path.of(getClass().getResource("folder").toURI());

        Map<String, FetchResult> results = source(fixtures).fetch(List.of("815", "99", "4711"));

        assertThat(results.keySet()).containsExactly("815", "99", "4711");
        assertThat(found(results.get("815")).header().subject()).isEqualTo("Named otherwise");
        assertThat(failure(results.get("99")))
                .isEqualTo(CallFailure.permanent(
                        ErrorType.TICKET_NOT_FOUND,
                        "ticket 99 is not in %1$s (no ticket could be read from %1$s/notes.json); check the id, and the path given by TICKET_PATH or --tickets"
                                .formatted(fixtures)));
        assertThat(found(results.get("4711")).comments()).hasSize(3);
    }

    @Test
    void aFileNamedByItsIdIsFoundThoughItCameLater() throws Exception {
        FileTicketSource source = source(folder);
        assertThat(failure(source, "7").errorType()).isEqualTo(ErrorType.TICKET_NOT_FOUND);

        write("7.json", ticket("7", "late"));

        assertThat(found(source, "7").header().subject()).isEqualTo("late");
    }

    @Test
    void ticketsThatAreNotThereAreNamedInTheirOrder() throws Exception {
        write("7.json", "not looked into");
        write("named-otherwise.json", ticket("8", "found by its id"));

        assertThat(FileTicketSource.missing(folder, List.of("9", "7", "../7", "8", "6")))
                .containsExactly("9", "../7", "6");
    }

    @Test
    void aFileThatHoldsAnotherTicketThanItsNameSaysIsABadAnswer() throws Exception {
        Path file = write("7.json", ticket("8", "secret"));

        assertThat(failure(source(folder), "7"))
                .isEqualTo(CallFailure.permanent(
                        ErrorType.ZENDESK_BAD_ANSWER,
                        file + " should hold ticket 7, but holds another; rename the file, or restart if it changed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../7", "7/../../etc/passwd", "", "seven", "7\0", "123456789012345678901"})
    void whatIsNotAnIdNeverBecomesAFileName(String id) throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        write("7.json", ticket("7", "outside"));

        assertThat(failure(source(inner), id).errorType()).isEqualTo(ErrorType.TICKET_NOT_FOUND);
    }

    @Test
    void jsonThatCannotBeReadIsNamedAndNotQuoted() throws Exception {
        Path cut = write("1.json", "{\"ticket\": {\"id\": 1,\n \"subject\": \"secret");
        Path invalidUtf8 = folder.resolve("2.json");
        Files.write(
                invalidUtf8,
                "{\"ticket\": {\"id\": 2, \"subject\": \"\u00ff\"}}".getBytes(StandardCharsets.ISO_8859_1));
        Path empty = write("3.json", "");
        Path two = write("4.json", ticket("4", "secret") + "\n" + ticket("5", "secret"));

        FileTicketSource source = source(folder);

        assertThat(badAnswer(source, "1")).startsWith(cut + " is not one JSON object (at line 2, column 20)");
        assertThat(badAnswer(source, "2")).startsWith(invalidUtf8 + " is not one JSON object (at line 1, column ");
        assertThat(badAnswer(source, "3")).isEqualTo(empty + " is not in Zendesk's shape: there is no object 'ticket'");
        assertThat(badAnswer(source, "4")).startsWith(two + " is not one JSON object (at line 2, column 1");
    }

    @Test
    void aFolderInPlaceOfAFileIsNotATicket() throws Exception {
        Files.createDirectory(folder.resolve("7.json"));

        assertThat(failure(source(folder), "7").errorType()).isEqualTo(ErrorType.TICKET_NOT_FOUND);
    }

    @Test
    void oneFileIsOneTicket() throws Exception {
        FileTicketSource source = source(write("export.json", "\uFEFF" + ticket("7", "alone")));

        assertThat(found(source, "7").header().subject()).isEqualTo("alone");
        assertThat(failure(source, "8").errorType()).isEqualTo(ErrorType.TICKET_NOT_FOUND);
    }

    @Test
    void linesNamedAsOneTicketSayHowToNameThem() throws Exception {
        Path file = write("export.json", ticket("7", "secret") + "\n" + ticket("8", "secret"));

        assertThat(badAnswer(source(file), "7"))
                .isEqualTo(file
                        + " is not one JSON object (at line 2, column 1); if it has one ticket a line, name it .jsonl");
    }

    @Test
    void brokenSingleFileIsABadAnswerForAnyId() throws Exception {
        Path file = write("export.json", "{\"ticket\": secret");

        assertThat(badAnswer(source(file), "7")).startsWith(file + " is not one JSON object (at line 1, column ");
    }

    @Test
    void jsonLinesAreFoundWhereverTheyLie() throws Exception {
        String lines = "\uFEFF" + ticket("1", "first") + "\r\n"
                + "\n"
                + ticket("2", "ümlaut \uD83D\uDE80") + "\n"
                + "x".repeat(200_000) + "\n"
                + ticket("3", "y".repeat(200_000)) + "\n"
                + ticket("1", "again");
        FileTicketSource source = source(write("export.jsonl", lines));

        assertThat(found(source, "1").header().subject()).isEqualTo("again");
        assertThat(found(source, "2").header().subject()).isEqualTo("ümlaut \uD83D\uDE80");
        assertThat(found(source, "3").header().subject()).startsWith("yyy").contains("[cut: ");
    }

    @Test
    void noValueIsCutInTwo() throws Exception {
        String subject = "y".repeat(65_490) + " karen.aldous@brightwater.example.com";
        FileTicketSource source = source(write("export.jsonl", ticket("3", subject + " and 4111 1111 1111 1111")));

        assertThat(found(source, "3").header().subject())
                .isEqualTo("y".repeat(65_490) + " karen.aldous@brightwater.example.com and … [cut: 19 characters]");
    }

    @Test
    void linesThatCannotBeReadAreNamedAndTheRestIsUsed() throws Exception {
        Path file = write(
                "export.ndjson",
                ticket("1", "fine") + "\n{\"ticket\": {\"id\": 2, \"subject\": \"secret\nsecret\n[]\n{}\n\"x\"\n");
        FileTicketSource source = source(file);

        assertThat(found(source, "1").header().subject()).isEqualTo("fine");
        assertThat(badAnswer(source, "2")).startsWith(file + " line 2 is not one JSON object (at column ");
        assertThat(failure(source, "3").message())
                .startsWith(
                        "ticket 3 is not in %1$s (no ticket could be read from %1$s line 3, %1$s line 4, %1$s line 5 and 1 more)"
                                .formatted(file));
    }

    @Test
    void aFileThatChangedUnderneathIsABadAnswer() throws Exception {
        Path file = write("export.jsonl", ticket("1", "a") + "\n" + ticket("2", "b"));
        FileTicketSource source = source(file);

        write("export.jsonl", ticket("3", "a") + "\n");

        assertThat(badAnswer(source, "1")).contains(file + " line 1 should hold ticket 1, but holds another");
        assertThat(failure(source, "2").errorType()).isEqualTo(ErrorType.ZENDESK_BAD_ANSWER);
    }

    @Test
    void aFileThatIsGoneIsABadAnswerThatNamesIt() throws Exception {
        Path file = write("export.jsonl", ticket("1", "a"));
        FileTicketSource source = source(file);

        Files.delete(file);

        assertThat(badAnswer(source, "1")).startsWith("ticket 1 cannot be read: " + file);
    }

    @Test
    void aMissingPathIsAnErrorOfTheSettings() {
        Path missing = folder.resolve("no-such-folder");

        assertThatThrownBy(() -> source(missing))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "TICKET_PATH: %s does not exist; give a folder of .json files, one .json file or a JSON Lines file, with TICKET_PATH or --tickets",
                        missing);
    }

    @Test
    void anInterruptEndsTheFetch() throws Exception {
        FileTicketSource source = source(write("7.json", ticket("7", "a")));

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> source.fetch(List.of("7"))).isInstanceOf(InterruptedException.class);
        assertThat(found(source, "7").header().ticketId()).isEqualTo("7");
    }

    @Test
    void manyThreadsReadAtOnce() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append(ticket(Integer.toString(i), "subject of " + i)).append('\n');
            write("named-otherwise-%d.json".formatted(i), ticket(Integer.toString(i), "subject of " + i));
        }
        Path file = write("export.jsonl", lines.toString());

        for (Path path : List.of(file, folder)) {
            FileTicketSource source = source(path);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Ticket>> calls = IntStream.range(0, 500)
                        .<Callable<Ticket>>mapToObj(i -> () -> found(source, Integer.toString(i)))
                        .toList();
                for (Future<Ticket> call : threads.invokeAll(calls)) {
                    assertThat(call.get().header().subject())
                            .isEqualTo("subject of " + call.get().header().ticketId());
                }
            }
        }
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String ticket(String id, String subject) {
        return "{\"ticket\": {\"id\": %s, \"subject\": \"%s\"}, \"comments\": []}".formatted(id, subject);
    }

    private static FileTicketSource source(Path path) {
        return new FileTicketSource(path, TicketMappingSettings.DEFAULT);
    }

    private static Ticket found(FileTicketSource source, String id) throws InterruptedException {
        return found(source.fetch(List.of(id)).get(id));
    }

    private static Ticket found(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Found.class);
        return ((FetchResult.Found) result).ticket();
    }

    private static String badAnswer(FileTicketSource source, String id) throws InterruptedException {
        CallFailure failure = failure(source, id);
        assertThat(failure).isEqualTo(CallFailure.permanent(ErrorType.ZENDESK_BAD_ANSWER, failure.message()));
        assertThat(failure.message()).doesNotContain("secret");
        return failure.message();
    }

    private static CallFailure failure(FileTicketSource source, String id) throws InterruptedException {
        return failure(source.fetch(List.of(id)).get(id));
    }

    private static CallFailure failure(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed) result).failure();
    }
}
