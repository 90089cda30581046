package io.github.ticketsummarizer.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void anExcerptIsOnOneLine() {
        assertThat(Excerpt.of("one\n  two\tthree ", 0, 16)).isEqualTo("one two three");
    }

    @Test
    void partsThatMeetInsideACharacterShareItOut() {
        String text = "ab🙂cd";

        assertThat(Excerpt.of(text, 0, 3)).isEqualTo("ab🙂");
        assertThat(Excerpt.of(text, 3, 6)).isEqualTo("cd");
    }
}
