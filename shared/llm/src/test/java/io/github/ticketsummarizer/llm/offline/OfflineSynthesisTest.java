package io.github.ticketsummarizer.llm.offline;

import static io.github.ticketsummarizer.llm.offline.Threads.thread;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.offline.OfflineSynthesis.Content;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineSynthesisTest {
    private final OfflineSynthesis synthesis = new OfflineSynthesis(new Tokenizer(), Threads.CONFIG);

    @Test
    void theThreadDecidesOverTheFirstReport() {
        Ticket ticket = thread().customer("""
                        Hello,

                        the smart tip beside the Approve button has disappeared since your update.
                        My guess is that the extension is broken.

                        Kind regards,
                        Karen Aldous
                        """)
                .support("Hi Karen, could you send me a screenshot of the page?")
                .note("The cause is the new design system: the class of the button was renamed on Saturday.")
                .customer(
                        "I reselected the button and the tip is back in the preview.\n\n> could you send me a screenshot")
                .ticket("Smart tip gone");

        assertThat(synthesis.synthesize(ticket))
                .isEqualTo(new Content(
                        "the smart tip beside the Approve button has disappeared since your update.",
                        "The cause is the new design system: the class of the button was renamed on Saturday.",
                        "the smart tip beside the Approve button has disappeared since your update. "
                                + "The cause is the new design system: the class of the button was renamed on Saturday. "
                                + "I reselected the button and the tip is back in the preview.",
                        "I reselected the button and the tip is back in the preview.",
                        List.of(
                                new Evidence(
                                        1,
                                        "the smart tip beside the Approve button has disappeared since your update."),
                                new Evidence(
                                        3,
                                        "The cause is the new design system: the class of the button was renamed on Saturday."),
                                new Evidence(4, "I reselected the button and the tip is back in the preview."))));
    }

    @ParameterizedTest
    @CsvSource({
        "Push job left a lock on the flow.,   Push job left a lock on the flow.",
        "Not provided,                        The cause is the old lock of a test run.",
        "bug,                                 The cause is the old lock of a test run."
    })
    void whatTheAgentEnteredIsTheCauseIfItTellsOne(String entered, String cause) {
        Ticket ticket = thread().customer("Users still see the old text of the flow.")
                .note("The cause is the old lock of a test run.")
                .ticket("Old text");
        TicketHeader header = new TicketHeader(
                "1",
                "Old text",
                "d",
                "u",
                "open",
                null,
                null,
                2,
                new CustomFields("unknown", Escalation.NONE, entered, null));

        assertThat(synthesis.synthesize(new Ticket(header, ticket.comments())).rootCause())
                .isEqualTo(cause);
    }

    @Test
    void whatIsNotInTheThreadIsNotMadeUp() {
        Content content = synthesis.synthesize(
                thread().customer("The help thing on the right is not there for our team since Monday.")
                        .ticket("help thing"));

        assertThat(content.rootCause()).isEqualTo("No root cause is recorded in the thread.");
        assertThat(content.resolution()).isEqualTo("No resolution is recorded in the thread.");
        assertThat(content.summary())
                .isEqualTo("The help thing on the right is not there for our team since Monday. "
                        + "No resolution is recorded in the thread.");
    }

    @Test
    void aQuotedOrPromisedFixIsNoResolution() {
        Content content = synthesis.synthesize(thread().customer("The list stays empty for all users of the office.")
                .support("The fix will be deployed when the team is working on it, not before April.")
                .customer(
                        "On Mon, 3 Mar 2025 at 10:00, Tom wrote:\n> It was fixed and works again, we have removed the lock.")
                .ticket("Empty list"));

        assertThat(content.resolution()).isEqualTo("No resolution is recorded in the thread.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Das Element wird nicht gefunden. Der Grund ist das Update vom Montag, denn die Klasse liegt an anderer Stelle.",
                "L'élément n'est plus trouvé. La cause est la mise à jour de lundi, qui a changé la classe du bouton.",
                "No se encuentra el elemento. La causa es la actualización del lunes, que cambió la clase del botón.",
                "要素が見つかりません。原因は月曜日の更新です。ボタンのクラスが変わったため、要素が見つからなくなりました。"
            })
    void causesAreFoundInOtherLanguages(String note) {
        Content content = synthesis.synthesize(
                thread().customer("Bonjour / Guten Tag / Hola").note(note).ticket("Element"));

        assertThat(content.rootCause())
                .isNotEqualTo(OfflineSynthesis.NO_ROOT_CAUSE)
                .matches(".*(Grund|cause|causa|原因).*");
    }

    @Test
    void aTicketWithoutAnyTextIsStillAnswered() {
        assertThat(synthesis.synthesize(thread().ticket("")))
                .isEqualTo(new Content(
                        "The ticket has no text.",
                        OfflineSynthesis.NO_ROOT_CAUSE,
                        "The ticket has no text. No resolution is recorded in the thread.",
                        OfflineSynthesis.NO_RESOLUTION,
                        List.of()));
        assertThat(synthesis
                        .synthesize(thread().customer(" \n ").ticket("Only a subject"))
                        .issueReported())
                .isEqualTo("Only a subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word ",
                "a. ",
                "x",
                "診断",
                "latching wrong element ",
                "> quoted latching\n",
                "\n",
                "Thanks,\n",
                "The cause is fixed. "
            })
    void megabytesOfAnythingTakeSecondsAtMost(String part) throws Exception {
        Ticket ticket = thread().customer(part.repeat(2_000_000 / part.length()))
                .note(part.repeat(2_000_000 / part.length()))
                .ticket(part.repeat(100));
        FutureTask<Content> answer = new FutureTask<>(() -> synthesis.synthesize(ticket));
        Thread.ofVirtual().start(answer);

        // Quadratic work would take hours; the time is generous for a loaded machine.
        Content content = answer.get(60, TimeUnit.SECONDS);

        assertThat(content.summary().length()).isLessThan(5_000);
    }
}
