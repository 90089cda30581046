package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Capability;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Limit;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Recommendation;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.TicketType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether Diagnostics could have helped, from what was found in a ticket: the kind of ticket first, then the
 * limit or the capability of the panel that the text speaks for most.
 */
final class HelpRules {
    /** Fewer points than this, or a rival with more than this share of them, leave it unsure. */
    private static final double SURE = 10;

    private static final double CLOSE = 0.6;

    private final DiagnosticsGuide guide;

    HelpRules(DiagnosticsGuide guide) {
        this.guide = guide;
    }

    /**
     * Applies the rules.
     *
     * @param pod the POD that the ticket seems to belong to; null when nothing in the ticket tells
     * @param limits what was found of the panel's limits, best first; likewise the capabilities
     */
    Help decide(TicketType type, @Nullable String pod, List<Score> limits, List<Score> capabilities) {
        Optional<Limit> byType = guide.limitOf(type);
        if (byType.isPresent()) {
            return byLimit(byType.get(), "the ticket is a " + type.wireName(), Confidence.CONFIDENT, List.of());
        }
        if (type == TicketType.UNCLEAR) {
            return unknown();
        }
        Limit outOfSight = limitOfPod(pod);
        if (outOfSight != null) {
            return outOfSight(outOfSight, "it belongs to " + pod, limits);
        }
        return byText(limits, capabilities);
    }

    /** Where the panel sees nothing of a POD, only the reason why is left to the text. */
    private Help outOfSight(Limit ofPod, String basis, List<Score> limits) {
        return limits.stream()
                .filter(found -> limit(found.id()).triage() == Assessment.NO)
                .findFirst()
                .map(found -> byLimit(limit(found.id()), basis + ", " + basis(found), Confidence.CONFIDENT, List.of()))
                .orElseGet(() -> byLimit(ofPod, basis, Confidence.CONFIDENT, List.of()));
    }

    private Help byText(List<Score> limits, List<Score> capabilities) {
        Score limit = limits.isEmpty() ? null : limits.getFirst();
        Score capability = capabilities.isEmpty() ? null : capabilities.getFirst();
        if (limit != null && points(limit) >= points(capability)) {
            Confidence confidence = confidence(points(limit), limits.size() > 1 ? points(limits.get(1)) : 0);
            return byLimit(limit(limit.id()), basis(limit), confidence, ids(capabilities));
        }
        return capability == null ? otherwise() : byCapability(capability, limits, ids(capabilities));
    }

    private Help otherwise() {
        return guide.limit(guide.defaultLimit())
                .map(limit -> byLimit(limit, "no term of the guide was found", Confidence.NOT_CONFIDENT, List.of()))
                .orElseGet(HelpRules::unknown);
    }

    private @Nullable Limit limitOfPod(@Nullable String pod) {
        return guide.limits().stream()
                .filter(limit -> limit.covers(pod))
                .findFirst()
                .orElse(null);
    }

    private static Help byLimit(Limit limit, String basis, Confidence confidence, List<String> capabilities) {
        return new Help(
                Part.of(limit.triage(), limit.triageGapArea(), limit.description()),
                Part.of(limit.fix(), limit.fixGapArea(), limit.description()),
                basis,
                confidence,
                limit.triage() == Assessment.NO ? List.of() : capabilities,
                limit.description());
    }

    private Help byCapability(Score found, List<Score> limits, List<String> capabilities) {
        Capability capability = guide.capabilities().stream()
                .filter(each -> each.id().equals(found.id()))
                .findFirst()
                .orElseThrow();
        Limit limit = limits.stream()
                .map(score -> limit(score.id()))
                .filter(each -> each.triage() == Assessment.YES)
                .findFirst()
                .orElse(null);
        return new Help(
                Part.yes(capability.description()),
                fixOf(capability, limit),
                basis(found),
                confidence(found.points(), limits.isEmpty() ? 0 : points(limits.getFirst())),
                capabilities,
                limit == null ? null : limit.description());
    }

    private Part fixOf(Capability capability, @Nullable Limit limit) {
        Recommendation recommendation = capability.recommendation() == null
                ? null
                : guide.recommendation(capability.recommendation()).orElse(null);
        if (recommendation != null && recommendation.authorCanDoAlone()) {
            return Part.yes(recommendation.description());
        }
        if (limit != null) {
            return Part.of(limit.fix(), limit.fixGapArea(), limit.description());
        }
        String why = recommendation == null
                ? "%s recommends nothing here.".formatted(guide.feature().name())
                : recommendation.description();
        return Part.of(Assessment.MAYBE, DiagnosticsGuide.OTHER_FIX_GAP, why);
    }

    private static Help unknown() {
        String why = "The ticket names nothing that the diagnostics guide knows.";
        return new Help(
                Part.of(Assessment.MAYBE, DiagnosticsGuide.OTHER_TRIAGE_GAP, why),
                Part.of(Assessment.MAYBE, DiagnosticsGuide.OTHER_FIX_GAP, why),
                "no term of the guide was found",
                Confidence.NOT_CONFIDENT,
                List.of(),
                null);
    }

    private Limit limit(String id) {
        return guide.limit(id).orElseThrow();
    }

    private static Confidence confidence(double points, double rival) {
        return points >= SURE && rival <= CLOSE * points ? Confidence.CONFIDENT : Confidence.NOT_CONFIDENT;
    }

    private static double points(@Nullable Score score) {
        return score == null ? 0 : score.points();
    }

    private static List<String> ids(List<Score> scores) {
        return scores.stream().map(Score::id).toList();
    }

    private static String basis(Score score) {
        return "%s by %s"
                .formatted(
                        score.id(),
                        score.terms().stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));
    }
}
