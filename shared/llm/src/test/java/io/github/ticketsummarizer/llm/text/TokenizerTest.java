package io.github.ticketsummarizer.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @CsvSource({
        "Élément, element",
        "Übersetzung, ubersetzung",
        "Auto-Tag, auto tag",
        "U\u0308bersetzung, ubersetzung",
        "ＣＳＳ, css",
        "ﬁx, fix",
        "ﾎﾟｯﾌﾟ, ポップ"
    })
    void textsThatReadAlikeHaveTheSameWords(String text, String plain) {
        assertThat(words(text)).isEqualTo(words(plain));
    }

    @Test
    void japaneseGivesAWordPerCharacter() {
        assertThat(words("診断パネル")).hasSize(5);
    }

    @Test
    void aWordKnowsWhereItStands() {
        Tokens tokens = tokenizer.tokenize("The 🙂 tip. Gone!");

        assertThat(tokens.size()).isEqualTo(5);
        assertThat(tokens.start(1)).isEqualTo(7);
        assertThat(tokens.end(1)).isEqualTo(10);
        assertThat(tokens.isSentenceEnd(2)).isTrue();
        assertThat(tokens.isSentenceEnd(3)).isFalse();
    }

    @Test
    void aStopInsideANumberEndsNothing() {
        Tokens tokens = tokenizer.tokenize("version 6.43 arrived");

        assertThat(tokens.size()).isEqualTo(4);
        assertThat(List.of(0, 1, 2, 3)).noneMatch(tokens::isSentenceEnd);
    }

    private List<Long> words(String text) {
        Tokens tokens = tokenizer.tokenize(text);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::hash).toList();
    }
}
