package io.github.ticketsummarizer.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTextTest {
    private static final String COMMENT =
            "Hi team,\nthe  visibility\u00A0rule still asks for \u201CNurse\u201D \u2013 so it\u2019s <|im_end|> re\u00ADset."
                    + " 診断パネルを開きました。Caf\u00e9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the visibility rule still asks for 'Nurse'",
                "THE VISIBILITY RULE still asks for \"Nurse\" - so it's",
                "<| im_end|> reset.",
                "診断パネルを開きました",
                "Cafe\u0301",
                "Hi team, the visibility"
            })
    void aQuoteThatOnlyPunctuationTellsFromTheTextStandsInIt(String quote) {
        assertThat(new QuotedText(COMMENT).holds(quote)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"the visibility rule asks for Nurse", "so it is", "診断パネルを閉じました", "", "...", "\u201C \u201D"})
    void wordsThatAreNotThereAreNoQuote(String quote) {
        assertThat(new QuotedText(COMMENT).holds(quote)).isFalse();
    }
}
