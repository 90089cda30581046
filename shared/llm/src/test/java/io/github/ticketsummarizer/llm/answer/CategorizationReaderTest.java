package io.github.ticketsummarizer.llm.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.ErrorType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategorizationReaderTest {
    private final CategorizationReader reader =
            new CategorizationReader(new Taxonomy(1, List.of(pod("WFE"), pod("Guidance"), pod("Platform Services"))));

    @Test
    void aWholeAnswerIsReadWithTheNamesOfTheTaxonomy() throws LlmException {
        Categorization categorization = reader.read(Answers.of("""
                {"primary_pod": " wfe ", "reasoning": "It latched.", "confidence": "not confident",
                 "confidence_reason": "Two fit.", "alternative_pods": ["guidance", "WFE", "platform services"],
                 "alternative_reasoning": "Placement.",
                 "metadata": {"keywords_matched": ["latched"], "decision_factors": ["cause"]}}
                """));

        assertThat(categorization)
                .isEqualTo(new Categorization(
                        "WFE",
                        "It latched.",
                        Confidence.NOT_CONFIDENT,
                        "Two fit.",
                        List.of("Guidance", "Platform Services"),
                        "Placement.",
                        new Categorization.Metadata(List.of("latched"), List.of("cause"))));
    }

    @Test
    void withoutAlternativesThereIsNoReasoningAboutThem() throws LlmException {
        Categorization categorization = reader.read(Answers.of("""
                {"primary_pod": "WFE", "reasoning": "r", "confidence": "confident", "confidence_reason": "c",
                 "alternative_pods": [], "alternative_reasoning": "None.",
                 "metadata": {"keywords_matched": [], "decision_factors": []}}
                """));

        assertThat(categorization.alternativeReasoning()).isNull();
    }

    @Test
    void everythingThatIsWrongIsNamedAndTheAnswerKept() {
        String answer = "{\"primary_pod\":\"Billing\",\"confidence\":\"sure\",\"alternative_pods\":[\"Sales\"]}";

        LlmException refused = catchThrowableOfType(LlmException.class, () -> reader.read(Answers.of(answer)));

        assertThat(refused.failure())
                .isEqualTo(new CallFailure(
                        ErrorType.LLM_INVALID_ANSWER,
                        "the model's answer for categorization cannot be used: "
                                + "primary_pod is not one of: WFE, Guidance, Platform Services; "
                                + "alternative_pods has one that is not one of: WFE, Guidance, Platform Services; "
                                + "metadata is missing; reasoning is missing; "
                                + "confidence is not one of: confident, not confident; confidence_reason is missing. "
                                + "The failure keeps the answer; submit the ticket again, or with another model.",
                        false,
                        null,
                        answer));
    }

    private static Pod pod(String name) {
        return new Pod(name, name, "owns", List.of(), List.of(), List.of());
    }
}
