package io.github.ticketsummarizer.telemetry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {
    private static final String TEXT = "Karen, karen@example.com";

    private final Redactor redactor = new Redactor(List.of("Karen Aldous"));
    private final List<String> problems = new ArrayList<>();

    @Test
    void redactsUnlessToldOtherwise() {
        ContentPolicy policy = policy(Map.of());

        assertThat(policy.value("input.value", TEXT, redactor)).isEqualTo("[name], [email]");
        assertThat(policy.value("exception.message", TEXT, redactor)).isEqualTo("[name], [email]");
        assertThat(policy.value("gen_ai.response.id", "chatcmpl-Ab1Cd2Ef3Gh4Ij5Kl6", redactor))
                .isEqualTo("chatcmpl-Ab1Cd2Ef3Gh4Ij5Kl6");
        assertThat(problems).isEmpty();
    }

    @Test
    void exportsEverythingOrNothingWhereItIsTold() {
        ContentPolicy full = policy(Map.of("TELEMETRY_CONTENT", "full"));
        ContentPolicy none = policy(Map.of("TELEMETRY_CONTENT", "none"));

        assertThat(full.value("input.value", TEXT, redactor)).isEqualTo(TEXT);
        assertThat(none.value("input.value", TEXT, redactor)).isNull();
        assertThat(none.value("llm.output_messages.0.message.content", TEXT, redactor))
                .isNull();
        assertThat(none.value("llm.output_messages.0.message.role", "assistant", redactor))
                .isEqualTo("assistant");
        assertThat(none.value("exception.message", TEXT, redactor)).isNull();
        assertThat(none.value("primary_pod", "WorkStation", redactor)).isEqualTo("WorkStation");
    }

    @Test
    void hidesWhatOpenInferencesVariablesName() {
        ContentPolicy policy = policy(Map.of(
                "OPENINFERENCE_HIDE_INPUTS", "true",
                "OPENINFERENCE_HIDE_OUTPUT_TEXT", "true",
                "OPENINFERENCE_HIDE_LLM_INVOCATION_PARAMETERS", "TRUE"));

        assertThat(List.of("input.value", "llm.input_messages.0.message.content", "gen_ai.input.messages"))
                .allSatisfy(key -> assertThat(policy.value(key, "x", redactor)).isEqualTo(ContentPolicy.HIDDEN));
        assertThat(policy.value("llm.invocation_parameters", "{}", redactor)).isEqualTo(ContentPolicy.HIDDEN);
        assertThat(policy.value("llm.output_messages.0.message.content", "x", redactor))
                .isEqualTo(ContentPolicy.HIDDEN);
        assertThat(policy.value("llm.output_messages.0.message.role", "assistant", redactor))
                .isEqualTo("assistant");
        assertThat(policy.value("output.value", "x", redactor)).isEqualTo("x");
    }

    @Test
    void cutsLongValues() {
        ContentPolicy policy = policy(Map.of("TELEMETRY_CONTENT_MAX_CHARS", "300"));

        assertThat(policy.value("output.value", "word ".repeat(1_000), redactor))
                .hasSizeLessThanOrEqualTo(300)
                .contains("characters cut");
    }

    @Test
    void takesTheStricterChoiceForAWrongValueAndSaysSo() {
        ContentPolicy policy = policy(Map.of(
                "TELEMETRY_CONTENT", "some",
                "TELEMETRY_CONTENT_MAX_CHARS", "many",
                "OPENINFERENCE_HIDE_OUTPUTS", "yes"));

        assertThat(policy.content()).isEqualTo(ContentPolicy.Content.NONE);
        assertThat(policy.value("output.value", "x", redactor)).isEqualTo(ContentPolicy.HIDDEN);
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "TELEMETRY_CONTENT: 'some' is not full, redacted or none",
                        "TELEMETRY_CONTENT_MAX_CHARS: 'many' is not a whole number from 256 to 1000000",
                        "OPENINFERENCE_HIDE_OUTPUTS: 'yes' is not true or false");
    }

    private ContentPolicy policy(Map<String, String> settings) {
        return ContentPolicy.from(settings::get, (setting, problem) -> problems.add(setting + ": " + problem));
    }
}
