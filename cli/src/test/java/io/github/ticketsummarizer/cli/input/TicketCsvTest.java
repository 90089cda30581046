package io.github.ticketsummarizer.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.model.ExitCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicketCsvTest {
    @TempDir
    Path folder;

    static Stream<Arguments> readableFiles() {
        return Stream.of(
                file("serials of the user", "Serial No,Ticket ID\nA-7,78788\n9,78912\n", "A-7=78788", "9=78912"),
                file("serials counted from 1", "Zendesk Tickets ID\n78788\n78912\n", "1=78788", "2=78912"),
                file("byte order mark", "\ufeffZendesk Tickets ID\n78788\n", "1=78788"),
                file("byte order mark before a quote", "\ufeff\"Serial No\",\"Ticket ID\"\n4,78788\n", "4=78788"),
                file("CRLF", "Serial No,Ticket ID\r\n1,78788\r\n2,78912\r\n", "1=78788", "2=78912"),
                file("no line end at the end", "Zendesk Tickets ID\n78788", "1=78788"),
                file("blank lines", "\n  \nZendesk Tickets ID\n\n78788\n   \n\n78912\n\n", "1=78788", "2=78912"),
                file("lines of empty cells", "Serial No,Ticket ID\n,\n1,78788\n , \n", "1=78788"),
                file("quotes", "\"Serial No\",\"Ticket ID\"\n\"1\",\"78788\"\n", "1=78788"),
                file("blanks around cells", " Serial No , Ticket ID \n 1 , 78788\t\n", "1=78788"),
                file("blanks around quotes", "Serial No,Ticket ID\n\"1\" , \"78788\" \n", "1=78788"),
                file("blanks within quotes", "Zendesk Tickets ID\n\" 78788 \"\n", "1=78788"),
                file("no-break space", "Zendesk Tickets ID\n78788\u00a0\n", "1=78788"),
                file("header in another case", "SERIAL no,ticket id\n1,78788\n", "1=78788"),
                file("header with other blanks", "zendesk  ticketsID\n78788\n", "1=78788"),
                file("empty columns at the end", "Serial No,Ticket ID,,\n1,78788,,\n", "1=78788"),
                file("no serial", "Serial No,Ticket ID\n,78788\n", "=78788"));
    }

    private static Arguments file(String what, String content, String... tickets) {
        return Arguments.argumentSet(what, content, List.of(tickets));
    }

    @ParameterizedTest
    @MethodSource("readableFiles")
    void bothFormsAreReadHoweverTheyWereSaved(String content, List<String> tickets) throws IOException {
        TicketList list = TicketCsv.read(written(content, StandardCharsets.UTF_8), Integer.MAX_VALUE);

        assertThat(list.tickets())
                .extracting(entry -> entry.serialNo() + "=" + entry.ticketId())
                .isEqualTo(tickets);
        assertThat(list.notes()).isEmpty();
    }

    static Stream<Arguments> filesWithNotes() {
        return Stream.of(
                Arguments.argumentSet(
                        "an id twice is sent once, with its first serial",
                        "Serial No,Ticket ID\n1,78788\n2,78912\n3,78788\n",
                        List.of("1=78788", "2=78912"),
                        List.of("line 4: ticket id '78788' is also on line 2; it is sent once")),
                Arguments.argumentSet(
                        "counted serials are the place in the file, duplicates included",
                        "Zendesk Tickets ID\n5\n5\n6\n",
                        List.of("1=5", "3=6"),
                        List.of("line 3: ticket id '5' is also on line 2; it is sent once")),
                Arguments.argumentSet(
                        "a bad id is named and kept",
                        "Zendesk Tickets ID\n78788\n\nabc\n",
                        List.of("1=78788", "2=abc"),
                        List.of("line 4: 'abc' is not a ticket id (digits only); it will be reported as failed")),
                Arguments.argumentSet(
                        "digits of other scripts are no id",
                        "Zendesk Tickets ID\n٧٨\n",
                        List.of("1=٧٨"),
                        List.of("line 2: '٧٨' is not a ticket id (digits only); it will be reported as failed")),
                Arguments.argumentSet(
                        "a thousands separator does not cut the id",
                        "Zendesk Tickets ID\n78,788\n",
                        List.of("1=78,788"),
                        List.of("line 2: '78,788' is not a ticket id (digits only); it will be reported as failed")),
                Arguments.argumentSet(
                        "more cells than headers are no id",
                        "Serial No,Ticket ID\n1,78,788\n",
                        List.of("1=78,788"),
                        List.of("line 2: '78,788' is not a ticket id (digits only); it will be reported as failed")),
                Arguments.argumentSet(
                        "a serial without an id",
                        "Serial No,Ticket ID\n1\n2,78788\n",
                        List.of("1=", "2=78788"),
                        List.of("line 2: '' is not a ticket id (digits only); it will be reported as failed")),
                Arguments.argumentSet(
                        "a long text is cut in the note and its line breaks do not break the line",
                        "Zendesk Tickets ID\n\"see\nbelow " + "x".repeat(60) + "\"\n",
                        List.of("1=see\nbelow " + "x".repeat(60)),
                        List.of("line 2: 'see below " + "x".repeat(30)
                                + "…' is not a ticket id (digits only); it will be reported as failed")));
    }

    @ParameterizedTest
    @MethodSource("filesWithNotes")
    void whatIsOddInTheFileIsNamedWithItsLine(String content, List<String> tickets, List<String> notes)
            throws IOException {
        TicketList list = TicketCsv.read(written(content, StandardCharsets.UTF_8), Integer.MAX_VALUE);

        assertThat(list.tickets())
                .extracting(entry -> entry.serialNo() + "=" + entry.ticketId())
                .isEqualTo(tickets);
        assertThat(list.notes()).isEqualTo(notes);
    }

    static Stream<Arguments> unusableFiles() {
        String bothForms = "'Serial No,Ticket ID' or 'Zendesk Tickets ID'";
        return Stream.of(
                Arguments.argumentSet(
                        "another header",
                        "id,subject\n1,x\n",
                        "the header is 'id,subject'; it must be " + bothForms + ", separated by commas"),
                Arguments.argumentSet(
                        "another order",
                        "Ticket ID,Serial No\n78788,1\n",
                        "the header is 'Ticket ID,Serial No'; it must be " + bothForms + ", separated by commas"),
                Arguments.argumentSet(
                        "semicolons",
                        "Serial No;Ticket ID\n1;78788\n",
                        "the header is 'Serial No;Ticket ID'; it must be " + bothForms + ", separated by commas"),
                Arguments.argumentSet(
                        "no header",
                        "78788\n78912\n",
                        "the header is '78788'; it must be " + bothForms + ", separated by commas"),
                Arguments.argumentSet("empty", "", "the file is empty; its header must be " + bothForms),
                Arguments.argumentSet("blank", "\n \n", "the file is empty; its header must be " + bothForms),
                Arguments.argumentSet("header only", "Zendesk Tickets ID\n\n", "no ticket id below the header"));
    }

    @ParameterizedTest
    @MethodSource("unusableFiles")
    void anUnusableFileIsRefusedAndSaysWhatWouldDo(String content, String message) throws IOException {
        Path file = written(content, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TicketCsv.read(file, Integer.MAX_VALUE))
                .isInstanceOf(CliException.class)
                .hasMessage("%s: %s", file, message)
                .extracting(thrown -> ((CliException) thrown).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamed() throws IOException {
        Path file = written("Zendesk Tickets ID\n\"78788\n78912\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TicketCsv.read(file, Integer.MAX_VALUE))
                .isInstanceOf(CliException.class)
                .hasMessageStartingWith("%s: not a CSV file: ", file)
                .hasMessageContaining("line");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("gone.csv");

        assertThatThrownBy(() -> TicketCsv.read(file, Integer.MAX_VALUE))
                .isInstanceOf(CliException.class)
                .hasMessage(
                        "%s: no such file; --input takes a CSV file with the header"
                                + " 'Serial No,Ticket ID' or 'Zendesk Tickets ID'",
                        file);
    }

    @Test
    void utf16WithAByteOrderMarkIsRead() throws IOException {
        Path file = written("\ufeffSerial No,Ticket ID\r\n1,78788\r\n", StandardCharsets.UTF_16LE);

        assertThat(TicketCsv.read(file, Integer.MAX_VALUE).tickets()).containsExactly(new TicketEntry("1", "78788"));
    }

    @Test
    void theLimitCountsTicketsThatAreSent() throws IOException {
        Path file = written("Zendesk Tickets ID\n1\n1\n2\n3\n3\n", StandardCharsets.UTF_8);

        TicketList list = TicketCsv.read(file, 2);

        assertThat(list.tickets()).containsExactly(new TicketEntry("1", "1"), new TicketEntry("3", "2"));
        assertThat(list.notes()).containsExactly("line 3: ticket id '1' is also on line 2; it is sent once");
    }

    private Path written(String content, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("input.csv"), content, charset);
    }
}
