package io.github.ticketsummarizer.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
    @Test
    void stopsEndSentencesAndAbbreviationsDoNot() {
        assertThat(split("We use e.g. Foo, z.B. Bar. Version 6.43 arrived! Really? \"Yes.\" She left etc. and so on."))
                .containsExactly(
                        "We use e.g. Foo, z.B. Bar.",
                        "Version 6.43 arrived!",
                        "Really?",
                        "\"Yes.\"",
                        "She left etc. and so on.");
    }

    @Test
    void wrappedLinesStayTogetherAndListItemsDoNot() {
        assertThat(split("""
                        This line was wrapped by a mail program after more than fifty
                        characters and goes on here. The panel shows:
                        Stage: Production
                        Latest: 12
                        - one
                        2. two

                        After a blank line
                        """))
                .containsExactly(
                        "This line was wrapped by a mail program after more than fifty\ncharacters and goes on here.",
                        "The panel shows:",
                        "Stage: Production",
                        "Latest: 12",
                        "- one",
                        "2. two",
                        "After a blank line");
    }

    @Test
    void fullWidthStopsNeedNoSpace() {
        assertThat(split("原因が分かりました。更新をお願いします！")).containsExactly("原因が分かりました。", "更新をお願いします！");
    }

    @Test
    void blanksAloneAreNoSentence() {
        assertThat(split(" \n\u00a0\n ")).isEmpty();
    }

    private static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        SentenceSplitter.split(text, (start, end) -> sentences.add(text.substring(start, end)));
        return sentences;
    }
}
