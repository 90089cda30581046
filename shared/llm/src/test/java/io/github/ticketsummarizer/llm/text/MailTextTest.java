package io.github.ticketsummarizer.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Wed, 12 Feb 2025 at 10:44, Marcus Feld (Support) wrote:",
                "Am 12.02.2025 um 10:44 schrieb Marcus Feld:",
                "Le 12 févr. 2025 à 10:44, Marcus Feld a écrit :",
                "El 12 feb 2025, a las 10:44, Marcus Feld escribió:",
                "-----Original Message-----",
                "________________________________",
                "-- ",
                "Kind regards,",
                "Mit freundlichen Grüßen"
            })
    void whatFollowsTheMarkIsNotTheWritersOwn(String mark) {
        assertThat(MailText.own("It works now.\r\n\r\n" + mark + "\r\nFound it, your rules are correct.\r\n"))
                .isEqualTo("It works now.\n\n");
    }

    @Test
    void quotedLinesAreLeftOutAndAnswersBetweenThemKept() {
        assertThat(MailText.own("> Which browser?\nChrome.\n> And the version?\n>> Hello\n131\n"))
                .isEqualTo("Chrome.\n131\n");
    }

    @Test
    void aClosingPhraseFarFromTheEndClosesNothing() {
        String body = "Thanks\n" + "Here is a line of the log.\n".repeat(20);

        assertThat(MailText.own(body)).isEqualTo(body);
    }

    @Test
    void aMailOfNothingButQuotesIsEmpty() {
        assertThat(MailText.own("> one\n> two")).isEmpty();
    }

    @Test
    void whoSpeaksInAChatIsNoPartOfWhatIsSaid() {
        assertThat(MailText.own(
                        "(13:02:05) Joost van Wessem: the beacon is gone\n(13:04) Noor: since when?\nAt 13:02: ok"))
                .isEqualTo("\nthe beacon is gone\n\nsince when?\nAt 13:02: ok");
    }
}
