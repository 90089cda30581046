package io.github.ticketsummarizer.telemetry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of people that a ticket tells of, however they are shown there and mentioned again. */
class KnownNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Mark restarted it. Mark is back.           | [name] restarted it. [name] is back.
            Then Grace and Mark said so, thanks Mark!  | Then [name] and [name] said so, thanks [name]!
            Mark: it works. Mark's server              | [name]: it works. [name]'s server
            Mark all as read. Grace period. We mark it | Mark all as read. Grace period. We mark it
            Mark the row. In the Mark column           | Mark the row. In the Mark column
            ok, Will you? Will it? I asked Will        | ok, Will you? Will it? I asked [name]
            in May, 3 May, May 2025, We met May today  | in May, 3 May, May 2025, We met [name] today
            """)
    void goWithACapitalWhereTheyAreNoWords(String text, String redacted) {
        Redactor redactor = new Redactor(List.of("Mark Webber", "Grace Ogawa", "Will Tanaka", "May Lindqvist"));

        assertThat(redactor.redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Maria da Conceição dos Santos Oliveira Pereira         | Oliveira, Maria and conceicao dos santos | [name], [name] and [name]
            Karen Aldous - Brightwater Logistics GmbH & Co. KG     | Karen, aldous: Logistics                 | [name], [name]: Logistics
            Jane Doe @ Acme                                        | Jane and j.doe at Acme                   | [name] and [name] at Acme
            Jane Doe @Acme                                         | Jane Doe                                 | [name]
            Jane Doe <ogawa.kenji@example.com>                     | Jane, Kenji                              | [name], [name]
            nina_berg@example.com                                  | Nina met Berg                            | [name] met [name]
            nina-berg2@example.com                                 | Nina met Berg                            | [name] met [name]
            nina.sofie.berg+shop@example.com                       | Nina Sofie met nina.berg                 | [name] met [name]
            Jan van der Berg                                       | Der Server, van der Berg, Van Halen      | Der Server, [name], Van Halen
            Please do not reply to this message                    | please reply to this                     | please reply to this
            Karen Jenkins                                          | Jenkins did it                           | [name] did it
            """)
    void areTakenFromWhatSomebodyIsShownAs(String shown, String text, String redacted) {
        assertThat(new Redactor(List.of(shown)).redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            CORP\\nina, C:\\Users\\nina.berg\\x           | CORP\\[name], C:\\Users\\[name]\\x
            CORP\\\\nina, a\\nNina\\tBerg, a\\nina          | CORP\\\\[name], a\\n[name]\\t[name], a\\[name]
            """)
    void areFoundBehindABackslash(String text, String redacted) {
        assertThat(new Redactor(List.of("Nina Berg")).redact(text)).isEqualTo(redacted);
    }

    @Test
    void leaveTheEscapesOfJsonAlone() {
        Redactor redactor = new Redactor(List.of("Nall Berg"));

        assertThat(JsonText.redact("[\"Nall failed\\nall of it\",\"C:\\\\Users\\\\nall\"]", redactor))
                .isEqualTo("[\"[name] failed\\nall of it\",\"C:\\\\Users\\\\[name]\"]");
    }

    @Test
    void areNotTheNamesOfSystemsAndFunctions() {
        CuedNames cued = new CuedNames(10);
        cued.readIn("Name: Order Import\nTo: Production Cluster\nDear Flow Designer,\nMiss Rate is 3\nMr Host\n"
                + "From: Karen Aldous Billing\nOwner: Order Ogawa\n");
        List<String> people = new ArrayList<>(cued.found());
        people.addAll(List.of("billing@example.com", "kafka@example.com", "order-import@example.com", "Import Bot"));

        assertThat(cued.found()).containsExactly("Host", "Karen Aldous Billing", "Order Ogawa");
        assertThat(new Redactor(people).redact("the kafka error of order-import in Billing, an Order Import by Karen"))
                .isEqualTo("the kafka error of order-import in Billing, an Order Import by [name]");
    }

    @Test
    void areRedactedOnce() {
        Redactor redactor = new Redactor(List.of("Mark Webber", "May van der Berg", "Nina Berg", "Will Grace"));
        Random random = new Random(5);
        String[] pieces = {
            "Mark", "May", "will", "Will", "nina", "Berg", "van ", "der ", " ", " ", " ", ". ", ", ", "the ", "in ",
                    "3 ", "4111 1111 ",
            "1111 1111", "you ", "you", "@", "b.de", "said ", "\\", "\\n", "\n", "\"", "-", "'s", ":", "Dear ", "Mr ",
                    "0171 3920062", "Order "
        };
        for (int round = 0; round < 30_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(10, 0, pieces.length).forEach(i -> text.append(pieces[i]));
            String once = redactor.redact(text.toString());

            assertThat(redactor.redact(once)).as("twice: %s", text).isEqualTo(once);
        }
    }
}
