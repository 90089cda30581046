package io.github.ticketsummarizer.llm.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJsonTest {
    private final AnswerJson json = new AnswerJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"b\":1}}",
                "\uFEFF  {\"a\":{\"b\":1}}\n",
                "```json\n{\"a\":{\"b\":1}}\n```",
                "Here is the answer: {\"a\":{\"b\":1}} I hope it helps {really}.",
                "Some {thing} first, {} then {\"a\":{\"b\":1}}",
                "<think>\nPerhaps {\"a\":{\"b\":2}}? No.\n</think>\n\n{\"a\":{\"b\":1}}",
                "Perhaps {\"a\":{\"b\":2}}? No.</think>```json\n{\"a\":{\"b\":1}}\n```",
                "Said: {\"a\":{\"b\":1}} </think>"
            })
    void theObjectIsFoundWhateverStandsAroundIt(String said) {
        assertThat(json.read(said)).hasToString("{\"a\":{\"b\":1}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I cannot do that.", "[1, 2]", "{\"a\":", "{\"a\": tru", "{}"})
    void whatIsNoObjectStaysText(String said) {
        assertThat(json.read(said).isTextual()).isTrue();
        assertThat(json.read(said).textValue()).isEqualTo(said);
    }

    @Test
    void braceAfterBraceIsGivenUp() {
        String braces = "{".repeat(100_000);

        assertThat(json.read(braces).textValue()).isEqualTo(braces);
    }
}
