package io.github.ticketsummarizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanTextTest {
    private static final String PAIR = "\uD83D\uDE80";

    @Test
    void ordinaryTextIsTheSameInstance() {
        String text = "tabs\tlines\n, ü and " + PAIR;

        assertThat(CleanText.of(text)).isSameAs(text);
    }

    @Test
    void nulAndLoneSurrogatesAreReplacedSoThatOneSeesIt() {
        assertThat(CleanText.of("a\0b\uD83Dc\uDE80d" + PAIR + "\uD83D"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd" + PAIR + "\uFFFD");
    }

    @Test
    void cleanTextCanBeWrittenAsJson() throws Exception {
        Json json = new Json();

        byte[] written = json.write(Map.of("text", CleanText.of("\uDE80\0\uD83D")));

        assertThat(json.mapper().readTree(written).get("text").asText()).isEqualTo("\uFFFD\uFFFD\uFFFD");
    }

    @Test
    void aPrefixDoesNotSplitASurrogatePair() {
        assertThat(CleanText.prefix("ab" + PAIR, 3)).isEqualTo("ab");
        assertThat(CleanText.prefix("ab" + PAIR, 4)).isEqualTo("ab" + PAIR);
        assertThat(CleanText.prefix("abc", 2)).isEqualTo("ab");
        assertThat(CleanText.prefix("abc", 0)).isEmpty();
    }

    @Test
    void aCutGoesThroughNoValue() {
        assertThat(CleanText.cut("pay with 4111 1111 1111 1111 now", 0, 20)).isEqualTo("pay with ".length());
        assertThat(CleanText.cut("a line\nTel. +49 171 2345678 now", 0, 20)).isEqualTo("a line\n".length());
        assertThat(CleanText.cut("mail karen@example.com", 0, 9)).isEqualTo("mail ".length());
        assertThat(CleanText.cut("x".repeat(300), 0, 200)).isEqualTo(200);
        assertThat(CleanText.cut("far " + "x".repeat(300), 0, 200)).isEqualTo(200);
        assertThat(CleanText.cut("all of it", 0, 9)).isEqualTo(9);
        assertThat(CleanText.cut(" b", 0, 1)).isEqualTo(1);
    }
}
