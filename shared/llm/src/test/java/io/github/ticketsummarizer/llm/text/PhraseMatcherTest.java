package io.github.ticketsummarizer.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.text.PhraseMatcher.Match;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Phrase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseMatcherTest {
    private final Tokenizer tokenizer = new Tokenizer();

    @Test
    void phrasesMatchWholeWordsOnly() {
        assertThat(found("The hubs of our hub-widget", "hub", "widget")).containsExactly("hub", "widget");
        assertThat(found("thermostat", "ios", "the")).isEmpty();
    }

    @Test
    void caseAccentsAndHyphensDoNotMatter() {
        assertThat(found("Die automatische Übersetzung; AUTO-TESTING", "automatische ubersetzung", "auto testing"))
                .containsExactly("automatische ubersetzung", "auto testing");
    }

    @Test
    void aPhraseKnowsTheLongerOnesAroundIt() {
        PhraseMatcher<String> matcher = matcher("hub", "integration hub", "the integration hub", "hub is");
        List<Match<String>> matches = matcher.matches(tokenizer.tokenize("hub. The integration hub is down"));

        assertThat(matches)
                .extracting(Match::value)
                .containsExactly("hub", "the integration hub", "integration hub", "hub", "hub is");
        assertThat(matcher.around(matches, 0)).isEmpty();
        assertThat(matcher.around(matches, 2)).containsExactly(matches.get(1));
        assertThat(matcher.around(matches, 3)).containsExactly(matches.get(1), matches.get(2), matches.get(4));
    }

    @Test
    void overlappingPhrasesAreAllFoundAndTheLongerContainsTheShorter() {
        List<Match<String>> matches = matches("the integration hub", "hub", "integration hub");

        assertThat(matches).extracting(Match::value).containsExactly("integration hub", "hub");
        assertThat(matches.get(0).contains(matches.get(1))).isTrue();
        assertThat(matches.get(1).contains(matches.get(0))).isFalse();
        assertThat(matches.get(0).contains(matches.get(0))).isFalse();
    }

    @Test
    void aPhraseDoesNotReachOverTheEndOfASentence() {
        assertThat(found("It has no stage. Production is fine.", "stage production"))
                .isEmpty();
        assertThat(found("Stage: Production", "stage production")).containsExactly("stage production");
        assertThat(found("About the panel. I did not use it.", "panel. i did not use it"))
                .containsExactly("panel. i did not use it");
    }

    @Test
    void japanesePhrasesAreFoundInsideAWordlessLine() {
        assertThat(found("診断パネルを確認しました。", "診断パネル")).containsExactly("診断パネル");
    }

    @Test
    void aPhraseOfNothingButPunctuationIsNeverFound() {
        assertThat(found("Hello ... world!", "...")).isEmpty();
    }

    private List<String> found(String text, String... phrases) {
        return matches(text, phrases).stream().map(Match::value).toList();
    }

    private List<Match<String>> matches(String text, String... phrases) {
        return matcher(phrases).matches(tokenizer.tokenize(text));
    }

    private PhraseMatcher<String> matcher(String... phrases) {
        return new PhraseMatcher<>(
                tokenizer,
                Arrays.stream(phrases)
                        .map(phrase -> new Phrase<>(phrase, phrase))
                        .toList());
    }
}
