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
}
