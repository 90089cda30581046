package io.github.ticketsummarizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonTest {
    private final Json json = new Json();

    @Test
    void whatCouldBeReadCanBeWritten() throws IOException {
        Evidence evidence = json.mapper()
                .readValue(
                        "{\"comment_number\":1,\"quote\":\"half \\ud83d of a \\u0000pair \\ud83d\\ude00\"}",
                        Evidence.class);

        assertThat(evidence).isEqualTo(new Evidence(1, "half \uFFFD of a \uFFFDpair \uD83D\uDE00"));
        assertThat(json.mapper().readValue(json.write(evidence), Evidence.class))
                .isEqualTo(evidence);
    }
}
