package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.Confidence;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Picks the POD whose terms stand in the synthesis and its evidence with the most weight. */
public final class OfflineCategorization {
    /** With fewer points an answer is unsure; set on the tune half of the labels, see docs/offline-analyst.md. */
    private static final double ENOUGH = 20;
    /** A second POD with more than this share of the first one's points makes the first unsure; set likewise. */
    private static final double CLOSE = 0.5;
    /** One with more than this share is named as an alternative. */
    private static final double WORTH_NAMING = 0.35;

    private static final int MOST_ALTERNATIVES = 3;
    private static final int MOST_KEYWORDS = 10;

    private final Sections sections;
    private final TermScorer scorer;
    private final String firstPod;

    /** @param tokenizer how terms and tickets are read into words */
    public OfflineCategorization(Tokenizer tokenizer, Taxonomy taxonomy) {
        this.sections = new Sections(tokenizer);
        this.scorer = new TermScorer(tokenizer, OwnWords.with(taxonomy.pods()));
        this.firstPod = taxonomy.names().getFirst();
    }

    Categorization categorize(AnalysisInput input) {
        List<Score> scores = scores(input);
        return scores.isEmpty() ? unknown() : decided(scores.getFirst(), scores.subList(1, scores.size()));
    }

    /** How much the ticket speaks for each POD, best first; PODs that nothing speaks for are not there. */
    public List<Score> scores(AnalysisInput input) {
        return scorer.score(sections.of(input));
    }

    /** The POD that the ticket speaks for most; null when it speaks for none. */
    @Nullable
    String bestPod(AnalysisInput input) {
        List<Score> scores = scores(input);
        return scores.isEmpty() ? null : scores.getFirst().id();
    }

    private static Categorization decided(Score best, List<Score> others) {
        List<Score> alternatives = others.stream()
                .filter(other -> other.points() >= WORTH_NAMING * best.points())
                .limit(MOST_ALTERNATIVES)
                .toList();
        List<String> keywords = best.terms().stream().limit(MOST_KEYWORDS).toList();
        return new Categorization(
                best.id(),
                "Keyword baseline: %s in the synthesis and its evidence speak for %s (%s). No language model read this ticket."
                        .formatted(quoted(keywords), best.id(), points(best)),
                confidence(best, others),
                confidenceReason(best, others),
                alternatives.stream().map(Score::id).toList(),
                alternatives.isEmpty()
                        ? null
                        : alternatives.stream()
                                .map(other -> "%s: %s (%s)".formatted(other.id(), quoted(other.terms()), points(other)))
                                .collect(Collectors.joining("; ")),
                new Categorization.Metadata(
                        keywords,
                        List.of(
                                "weighted terms of the taxonomy, root cause and resolution first",
                                confidenceReason(best, others))));
    }

    private static Confidence confidence(Score best, List<Score> others) {
        boolean close = !others.isEmpty() && others.getFirst().points() > CLOSE * best.points();
        return best.points() >= ENOUGH && !close ? Confidence.CONFIDENT : Confidence.NOT_CONFIDENT;
    }

    private static String confidenceReason(Score best, List<Score> others) {
        String found = "%s has %s".formatted(best.id(), points(best));
        return others.isEmpty()
                ? found + ", no other POD has any"
                : "%s, the next POD (%s) %s".formatted(found, others.getFirst().id(), points(others.getFirst()));
    }

    private Categorization unknown() {
        String reason = "no term of the taxonomy was found";
        return new Categorization(
                firstPod,
                "Keyword baseline: %s, so the first POD of the taxonomy stands here in place of an answer."
                        .formatted(reason),
                Confidence.NOT_CONFIDENT,
                reason,
                List.of(),
                null,
                new Categorization.Metadata(List.of(), List.of(reason)));
    }

    private static String points(Score score) {
        return String.format(Locale.ROOT, "%.1f points", score.points());
    }

    private static String quoted(List<String> terms) {
        return terms.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    }
}
