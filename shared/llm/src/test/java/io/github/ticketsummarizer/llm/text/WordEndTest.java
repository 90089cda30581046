package io.github.ticketsummarizer.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordEndTest {
    private final Tokenizer tokenizer = Tokenizer.stemming();

    @ParameterizedTest
    @CsvSource({
        "latching, latched",
        "latches, latch",
        "queries, query",
        "surveys, survey",
        "merged, merging",
        "Task lists, task list",
        "élément, elements"
    })
    void formsOfOneWordAreAlike(String one, String other) {
        assertThat(tokenizer.tokenize(one).words())
                .isEqualTo(tokenizer.tokenize(other).words());
    }

    @ParameterizedTest
    @CsvSource({"ios, io", "string, str", "class, clas", "status, statu", "tag, tagging"})
    void shortStemsAndOtherEndingsAreLeftAlone(String one, String other) {
        assertThat(tokenizer.tokenize(one).words())
                .isNotEqualTo(tokenizer.tokenize(other).words());
    }

    @ParameterizedTest
    @CsvSource({"a, s", "s, es", "ing, ed", "Übersetzung, übersetzungen"})
    void aWordOfNothingButAnEndingStaysAWord(String one, String other) {
        assertThat(tokenizer.tokenize(one).size()).isOne();
        assertThat(tokenizer.tokenize(one).words())
                .isNotEqualTo(tokenizer.tokenize(other).words());
    }
}
