package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Feature;
import io.github.ticketsummarizer.llm.text.PhraseMatcher;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Match;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Phrase;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.llm.text.Tokens;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.WasDiagnosticsUsed;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a thread says about the use of Diagnostics. The last statement counts, since later ones correct earlier
 * ones; a question states nothing. A thread without a statement takes the word of the ticket's custom field.
 */
final class UseStatement {
    private final Tokenizer tokenizer;
    private final String featureName;
    private final Negation negation;
    private final PhraseMatcher<DiagnosticsUse> phrases;

    UseStatement(Tokenizer tokenizer, Feature feature) {
        this.tokenizer = tokenizer;
        this.featureName = feature.name();
        this.negation = new Negation(tokenizer);
        List<Phrase<DiagnosticsUse>> all = new ArrayList<>();
        feature.used().forEach(phrase -> all.add(new Phrase<>(phrase, DiagnosticsUse.YES)));
        feature.notUsed().forEach(phrase -> all.add(new Phrase<>(phrase, DiagnosticsUse.NO)));
        this.phrases = new PhraseMatcher<>(tokenizer, all);
    }

    WasDiagnosticsUsed assess(List<Evidence> evidence, String customFieldValue) {
        DiagnosticsUse field = fieldsWord(customFieldValue);
        Statement last = last(evidence);
        if (last == null) {
            return new WasDiagnosticsUsed(
                    customFieldValue, field, Confidence.NOT_CONFIDENT, withoutStatement(customFieldValue, field));
        }
        boolean contradicted = field != DiagnosticsUse.UNKNOWN && field != last.use();
        return new WasDiagnosticsUsed(
                customFieldValue,
                last.use(),
                contradicted ? Confidence.NOT_CONFIDENT : Confidence.CONFIDENT,
                "Keyword baseline: comment %d says: \"%s\"%s"
                        .formatted(
                                last.evidence().commentNumber(),
                                last.evidence().quote(),
                                contradicted ? " The custom field says '%s'.".formatted(customFieldValue) : ""));
    }

    private String withoutStatement(String customFieldValue, DiagnosticsUse field) {
        return field == DiagnosticsUse.UNKNOWN
                ? "Keyword baseline: neither the thread nor the custom field says whether %s was used."
                        .formatted(featureName)
                : "Keyword baseline: the thread does not say; the custom field says '%s'.".formatted(customFieldValue);
    }

    private static DiagnosticsUse fieldsWord(String customFieldValue) {
        return switch (customFieldValue.toLowerCase(Locale.ROOT)) {
            case "yes" -> DiagnosticsUse.YES;
            case "no" -> DiagnosticsUse.NO;
            default -> DiagnosticsUse.UNKNOWN;
        };
    }

    private @Nullable Statement last(List<Evidence> evidence) {
        for (Evidence passage : evidence.reversed()) {
            DiagnosticsUse use = statedIn(passage.quote());
            if (use != DiagnosticsUse.UNKNOWN) {
                return new Statement(use, passage);
            }
        }
        return null;
    }

    private DiagnosticsUse statedIn(String passage) {
        if (passage.endsWith("?") || passage.endsWith("？")) {
            return DiagnosticsUse.UNKNOWN;
        }
        Tokens tokens = tokenizer.tokenize(passage);
        List<Match<DiagnosticsUse>> matches = phrases.matches(tokens);
        DiagnosticsUse stated = DiagnosticsUse.UNKNOWN;
        for (int i = 0; i < matches.size(); i++) {
            Match<DiagnosticsUse> match = matches.get(i);
            if (phrases.around(matches, i).isEmpty()) {
                boolean denied = negation.denies(tokens, match.start(), match.end());
                stated = denied ? DiagnosticsUse.NO : match.value();
            }
        }
        return stated;
    }

    private record Statement(DiagnosticsUse use, Evidence evidence) {}
}
