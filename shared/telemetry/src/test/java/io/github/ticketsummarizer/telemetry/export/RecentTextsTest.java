package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTextsTest {
    private final RecentTexts recent = new RecentTexts();
    private final List<String> read = new ArrayList<>();

    @Test
    void readsATextThatComesAgainOnce() {
        assertThat(List.of(get("pod"), get(new String("pod")), get("pod"))).containsOnly("<pod>");
        assertThat(read).containsExactly("pod");
    }

    @Test
    void neverAnswersWithWhatAnotherTextOfTheSameHashCameTo() {
        assertThat("Aa").hasSameHashCodeAs("BB");

        assertThat(List.of(get("Aa"), get("BB"), get("Aa"))).containsExactly("<Aa>", "<BB>", "<Aa>");
    }

    @Test
    void keepsNoLongText() {
        String prompt = "word ".repeat(1_000);

        assertThat(get(prompt)).isEqualTo(get(prompt));
        assertThat(read).containsExactly(prompt, prompt);
    }

    private String get(String text) {
        return recent.get(text, unread -> {
            read.add(unread);
            return "<" + unread + ">";
        });
    }
}
