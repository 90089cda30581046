package io.github.ticketsummarizer.telemetry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private final ObjectMapper json = new ObjectMapper();
    private final Redactor redactor = new Redactor(List.of("Nadia Brindley"));

    @Test
    void redactsWhatTheStringsOfJsonSay() throws JsonProcessingException {
        String redacted = JsonText.redact("""
                {"card": 4111111111111111, "user": "\\u006eadia@example.com", "password": "s3cret", "n": [1, true, null],
                 "ka@example.com": "Tel.\\n020 7946 0958\\\\", "inner": "{\\"by\\": \\"Nadia\\"}"}
                """, redactor);

        assertThat(json.readTree(redacted)).isEqualTo(json.readTree("""
                {"card": "[card]", "user": "[email]", "password": "[token]", "n": [1, true, null],
                 "[email]": "Tel.\\n[phone]\\\\", "inner": "{\\"by\\": \\"[name]\\"}"}
                """));
    }

    @Test
    void findsWhatItsNameTellsBeforeAndBehindALongString() throws JsonProcessingException {
        String body = "Nadia asks again. ".repeat(500);
        String text = json.writeValueAsString(List.of(Map.of("password", "s3cret"), body, Map.of("pwd", "geheim")));

        assertThat(json.readTree(JsonText.redact(text, redactor)))
                .isEqualTo(json.valueToTree(List.of(
                        Map.of("password", "[token]"), body.replace("Nadia", "[name]"), Map.of("pwd", "[token]"))));
    }

    @Test
    void cutsTheLongestStringsOfJson() throws JsonProcessingException {
        String text = json.writeValueAsString(List.of(
                Map.of("role", "system", "content", "Be short."),
                Map.of("role", "user", "content", "a\"\n😀".repeat(5_000) + "the end")));

        String cut = JsonText.cut(text, 2_000);

        assertThat(cut.length()).isBetween(1_000, 2_000);
        JsonNode messages = json.readTree(cut);
        assertThat(messages.get(0).get("content").asText()).isEqualTo("Be short.");
        assertThat(messages.get(1).get("role").asText()).isEqualTo("user");
        assertThat(messages.get(1).get("content").asText())
                .startsWith("a\"\n😀")
                .contains(" characters cut] …")
                .endsWith("the end");
    }

    @Test
    void makesOneStringOfJsonThatHasNothingToCut() throws JsonProcessingException {
        String cut = JsonText.cut("[" + "1,".repeat(5_000) + "1]", 1_000);

        assertThat(cut.length()).isLessThanOrEqualTo(1_000);
        assertThat(json.readTree(cut).asText())
                .startsWith("[1,1,")
                .contains("characters cut")
                .endsWith(",1]");
    }

    @Test
    void keepsTheBeginningAndTheEndOfProse() {
        assertThat(JsonText.cut("x".repeat(500) + "end", 100))
                .hasSize(100)
                .startsWith("xxx")
                .contains("… [403 characters cut] …")
                .endsWith("xend");
        assertThat(JsonText.cut("short", 100)).isEqualTo("short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " [ ] ",
                "[1,-2.5e3,\"\\u00e9\\n\"]",
                "{\"a\":{\"b\":[{},[]]},\"c\":null}",
                "[true,false]",
                "[\"\"]"
            })
    void readsJson(String text) {
        assertThat(JsonReader.pieces(text).stream().map(piece -> piece.of(text)))
                .isNotEmpty()
                .satisfies(pieces -> assertThat(String.join("", pieces)).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[email] wrote",
                "{",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "[1 2]",
                "{a:1}",
                "[\"\\x\"]",
                "[\"a\nb\"]",
                "[1]]",
                "[nul]",
                "{,}",
                "\"text\"",
                "[\"open",
                "[-]"
            })
    void takesForProseWhatIsNoJson(String text) {
        assertThat(JsonReader.pieces(text)).isEmpty();
    }
}
