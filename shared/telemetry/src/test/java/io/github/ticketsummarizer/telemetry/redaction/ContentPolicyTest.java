package io.github.ticketsummarizer.telemetry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(List.of("exception.message", "error.message", "llm.prompt_template.template"))
                .allSatisfy(key ->
                        assertThat(none.value(key, TEXT, redactor)).as(key).isNull());
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

    @ParameterizedTest
    @ValueSource(strings = {"INPUTS", "INPUT_MESSAGES", "INPUT_TEXT", "PROMPTS"})
    void hidesTheTicketInAPromptsVariablesWithItsInput(String masking) {
        ContentPolicy policy = policy(Map.of("OPENINFERENCE_HIDE_" + masking, "true"));

        assertThat(policy.value("llm.prompt_template.variables", TEXT, redactor))
                .isEqualTo(ContentPolicy.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.response.id, chatcmpl-Ab1Cd2Ef3Gh4Ij5Kl6",
        "gen_ai.response.id, msg_01XFDUDYJgAACzvnptvVoYEL",
        "gen_ai.response.id, mAITaLfVLp9Xz7IP_8zs2QE",
        "gen_ai.response.model, ft:gpt-4o-mini-2024-07-18:acme::7p4lURel",
        "llm.model_name, mistralai/Mixtral-8x7B-Instruct-v01-AWQ-4bit",
        "llm.model_name, claude-3-5-sonnet@20241022",
        "run_id, 01901234-5678-7000-8000-123456789012",
        "request_id, 01901234-5678-7000-8000-123456789012:78788:1",
        "messaging.client_id, ticket-summarizer-synthesis-3f2A1B4c-9d5e-4a1b-9c2d-1e2f3a4b5c6d-StreamThread-1-producer"
    })
    void leavesOrdinaryIdsAndNamesOfModels(String key, String value) {
        assertThat(policy(Map.of()).value(key, value, redactor)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.response.id, ghp_a1B2c3D4e5F6g7H8i9, [token]",
        "gen_ai.response.id, 4111111111111111, [card]",
        "gen_ai.response.model, karen.aldous/4111111111111111, karen.aldous/[card]",
        "llm.model_name, karen@example.com, [email]",
        "run_id, sk-proj-AbCdEf0123456789, [token]",
        "session.id, karen@example.com, [email]",
        "request_id, 4111-1111-1111-1111, [card]"
    })
    void readsWhatOthersPutWhereAnIdBelongs(String key, String value, String redacted) {
        assertThat(policy(Map.of()).value(key, value, new Redactor())).isEqualTo(redacted);
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
