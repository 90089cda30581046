package io.github.ticketsummarizer.llm.config;

import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.TicketType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the product's Diagnostics panel can and cannot do, as {@code diagnostics.yaml} says it.
 *
 * @param version raised with every change of the file; it stands on each result
 * @param limits what the panel cannot detect, or detects but cannot fix
 * @param defaultLimit id of the limit of a fault of which the guide knows no term; null when such a ticket stays open
 * @param escalationFix the fix of a ticket that went to engineering
 */
public record DiagnosticsGuide(
        int version,
        Feature feature,
        List<Capability> capabilities,
        List<Recommendation> recommendations,
        List<Limit> limits,
        @Nullable String defaultLimit,
        List<TicketTypeSignals> ticketTypes,
        List<GapArea> triageGapAreas,
        List<GapArea> fixGapAreas,
        EscalationFix escalationFix) {
    /** The triage gap that stands for every one that has no name of its own. */
    public static final String OTHER_TRIAGE_GAP = "other_triage_gap";
    /** The fix gap that stands for every one that has no name of its own. */
    public static final String OTHER_FIX_GAP = "other_fix_gap";

    public DiagnosticsGuide {
        capabilities = List.copyOf(capabilities);
        recommendations = List.copyOf(recommendations);
        limits = List.copyOf(limits);
        ticketTypes = List.copyOf(ticketTypes);
        triageGapAreas = List.copyOf(triageGapAreas);
        fixGapAreas = List.copyOf(fixGapAreas);
    }

    /** The recommendation with an id. */
    public Optional<Recommendation> recommendation(String id) {
        return recommendations.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The limit that holds for every ticket of a type; empty where the text of the ticket decides. */
    public Optional<Limit> limitOf(TicketType type) {
        return ticketTypes.stream()
                .filter(each -> each.id() == type && each.limit() != null)
                .flatMap(each -> limit(each.limit()).stream())
                .findFirst();
    }

    /** The limit with an id. */
    public Optional<Limit> limit(@Nullable String id) {
        return limits.stream().filter(limit -> limit.id().equals(id)).findFirst();
    }

    /**
     * How a thread talks about the panel.
     *
     * @param mentions phrases that name it
     * @param used phrases that say that somebody used it
     * @param notUsed phrases that say that nobody did, or only ask
     */
    public record Feature(String name, List<String> mentions, List<String> used, List<String> notUsed) {
        public Feature {
            mentions = List.copyOf(mentions);
            used = List.copyOf(used);
            notUsed = List.copyOf(notUsed);
        }
    }

    /**
     * Something that the panel detects.
     *
     * @param recommendation id of what the panel then recommends; null when it recommends nothing
     */
    public record Capability(
            String id,
            String description,
            List<Signal> signals,
            @Nullable String recommendation) {
        public Capability {
            signals = List.copyOf(signals);
        }
    }

    /** Something that the panel tells the author to do. */
    public record Recommendation(String id, String description, boolean authorCanDoAlone) {}

    /**
     * Something that the panel cannot do.
     *
     * @param triageGapArea null exactly when triage is yes; likewise for fix
     * @param pods names of the PODs all of whose faults are out of the panel's sight; none for most limits
     */
    public record Limit(
            String id,
            String description,
            Assessment triage,
            Assessment fix,
            @Nullable String triageGapArea,
            @Nullable String fixGapArea,
            List<Signal> signals,
            @Nullable List<String> pods) {
        public Limit {
            pods = pods == null ? List.of() : List.copyOf(pods);
            signals = List.copyOf(signals);
        }

        /** Whether all faults of a POD are out of the panel's sight. */
        public boolean covers(@Nullable String pod) {
            return pod != null && pods != null && pods.contains(pod);
        }
    }

    /**
     * Phrases that tell what kind of ticket it is.
     *
     * @param limit id of the limit that holds for all tickets of this kind; null when the text decides
     */
    public record TicketTypeSignals(TicketType id, @Nullable String limit, List<Signal> signals) {
        public TicketTypeSignals {
            signals = List.copyOf(signals);
        }
    }

    /** A name for what is missing. */
    public record GapArea(String id, String description) {}

    /**
     * What the fix of a ticket comes to that engineering had to act on.
     *
     * @param signals terms that say so where no link to an issue does
     */
    public record EscalationFix(
            Assessment assessment,
            @Nullable String gapArea,
            @Nullable List<Signal> signals) {
        public EscalationFix {
            signals = signals == null ? List.of() : List.copyOf(signals);
        }
    }
}
