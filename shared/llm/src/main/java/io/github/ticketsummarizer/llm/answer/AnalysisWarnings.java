package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Feature;
import io.github.ticketsummarizer.llm.text.QuotedText;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.Warning;
import io.github.ticketsummarizer.model.WarningType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what an analysis claims against what it was shown of the ticket. */
public final class AnalysisWarnings {
    private AnalysisWarnings() {}

    /** A confident answer needs a keyword that stands in the ticket. */
    public static List<Warning> of(Categorization answer, AnalysisInput input) {
        boolean isSupported = answer.confidence() == Confidence.NOT_CONFIDENT
                || answer.metadata().keywordsMatched().stream().anyMatch(seen(input)::holds);
        return isSupported
                ? List.of()
                : List.of(new Warning(
                        Stage.CATEGORIZATION,
                        WarningType.ANSWER_NOT_SUPPORTED,
                        "the answer is confident, but none of its keywords stands in the ticket"));
    }

    /** That the feature was used must be said by a quote or by the custom field. */
    public static List<Warning> of(DiagnosticsAnalysis answer, AnalysisInput input, DiagnosticsGuide guide) {
        boolean isClaimed = answer.wasDiagnosticsUsed().llmAssessment() == DiagnosticsUse.YES;
        boolean isEntered = answer.wasDiagnosticsUsed().customFieldValue().equals("Yes");
        return !isClaimed || isEntered || isNamed(input, guide.feature())
                ? List.of()
                : List.of(new Warning(
                        Stage.DIAGNOSTICS,
                        WarningType.ANSWER_NOT_SUPPORTED,
                        "the answer says that %s was used, but no quote of the thread names it"
                                .formatted(guide.feature().name())));
    }

    private static boolean isNamed(AnalysisInput input, Feature feature) {
        return Stream.of(List.of(feature.name()), feature.mentions(), feature.used(), feature.notUsed())
                .flatMap(List::stream)
                .anyMatch(new QuotedText(quotes(input))::holds);
    }

    private static QuotedText seen(AnalysisInput input) {
        Synthesis synthesis = input.synthesis();
        return new QuotedText(String.join(
                "\n",
                input.ticket().subject(),
                input.ticket().customFields().supportRootCause(),
                synthesis.issueReported(),
                synthesis.rootCause(),
                synthesis.summary(),
                synthesis.resolution(),
                quotes(input)));
    }

    private static String quotes(AnalysisInput input) {
        return input.evidence().stream().map(Evidence::quote).collect(Collectors.joining("\n"));
    }
}
