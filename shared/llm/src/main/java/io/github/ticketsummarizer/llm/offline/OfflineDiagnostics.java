package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Capability;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Limit;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.TicketTypeSignals;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.CouldDiagnosticsHelp;
import io.github.ticketsummarizer.model.OverallAssessment;
import io.github.ticketsummarizer.model.TicketType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Applies the rules of the diagnostics guide to the terms found in a synthesized ticket. */
final class OfflineDiagnostics {
    /** Points that a limit or a capability needs to be heard: a strong term in a quote, or a faint one in the cause. */
    private static final double ENOUGH = 4;
    /** Points that a kind of ticket needs: one strong phrase, or two faint ones. */
    private static final double ENOUGH_FOR_TYPE = 4;
    /** Points that say that engineering had to act: a strong term in what fixed it. */
    private static final double ENOUGH_FOR_ENGINEERING = 8;

    private static final String ENGINEERING = "engineering";

    private final DiagnosticsGuide guide;
    private final HelpRules rules;
    private final Sections sections;
    private final UseStatement useStatement;
    private final TermScorer limits;
    private final TermScorer capabilities;
    private final TermScorer ticketTypes;
    private final TermScorer engineering;
    private final OfflineCategorization categorization;

    OfflineDiagnostics(Tokenizer tokenizer, DiagnosticsGuide guide, OfflineCategorization categorization) {
        this.guide = guide;
        this.categorization = categorization;
        this.rules = new HelpRules(guide);
        this.sections = new Sections(tokenizer);
        this.useStatement = new UseStatement(tokenizer, guide.feature());
        this.limits = new TermScorer(tokenizer, SignalsById.of(guide.limits(), Limit::id, Limit::signals));
        this.capabilities =
                new TermScorer(tokenizer, SignalsById.of(guide.capabilities(), Capability::id, Capability::signals));
        this.ticketTypes = new TermScorer(
                tokenizer,
                SignalsById.of(guide.ticketTypes(), type -> type.id().wireName(), TicketTypeSignals::signals));
        this.engineering = new TermScorer(
                tokenizer, Map.of(ENGINEERING, guide.escalationFix().signals()));
    }

    DiagnosticsAnalysis analyze(AnalysisInput input) {
        List<Section> parts = sections.of(input);
        List<Score> foundLimits = enough(limits.score(parts), ENOUGH);
        List<Score> foundCapabilities = enough(capabilities.score(parts), ENOUGH);
        TicketType type = type(input, parts, foundLimits.isEmpty() && foundCapabilities.isEmpty());
        CustomFields fields = input.ticket().customFields();
        Help help = rules.decide(type, categorization.bestPod(input), foundLimits, foundCapabilities);
        return new DiagnosticsAnalysis(
                useStatement.assess(input.evidence(), fields.wasDiagnosticsUsed()),
                couldHelp(needsEngineering(input, parts, help) ? escalated(help) : help),
                new DiagnosticsAnalysis.Metadata(type));
    }

    /** A ticket that asks for something says so at the start; the rest is about something that fails, if about anything. */
    private TicketType type(AnalysisInput input, List<Section> parts, boolean nothingFound) {
        List<Section> whole =
                Stream.concat(parts.stream(), sections.opening(input).stream()).toList();
        List<Score> found = enough(ticketTypes.score(whole), ENOUGH_FOR_TYPE);
        if (!found.isEmpty()) {
            return TicketType.fromName(found.getFirst().id());
        }
        boolean nothingKnown = input.synthesis().rootCause().equals(OfflineSynthesis.NO_ROOT_CAUSE)
                && input.synthesis().resolution().equals(OfflineSynthesis.NO_RESOLUTION);
        return nothingFound && nothingKnown ? TicketType.UNCLEAR : TicketType.TROUBLESHOOTING;
    }

    /** By the link to an issue; without one by the text, unless the author could do it alone. */
    private boolean needsEngineering(AnalysisInput input, List<Section> parts, Help help) {
        return input.ticket().customFields().escalation().isEscalated()
                || (help.fix().assessment() != Assessment.YES
                        && !enough(engineering.score(parts), ENOUGH_FOR_ENGINEERING)
                                .isEmpty());
    }

    private Help escalated(Help help) {
        return help.withFix(Part.of(
                guide.escalationFix().assessment(),
                guide.escalationFix().gapArea(),
                "The ticket went to engineering."));
    }

    private static CouldDiagnosticsHelp couldHelp(Help help) {
        Part triage = help.triage();
        Part fix = help.fix();
        return new CouldDiagnosticsHelp(
                triage.assessment(),
                triage.reasoning(),
                triage.gapArea(),
                triage.gapDescription(),
                fix.assessment(),
                fix.reasoning(),
                fix.gapArea(),
                fix.gapDescription(),
                OverallAssessment.of(triage.assessment(), fix.assessment()),
                "Keyword baseline: decided by %s. No language model read this ticket.".formatted(help.basis()),
                help.confidence(),
                help.capabilities(),
                help.limitation());
    }

    private static List<Score> enough(List<Score> scores, double points) {
        return scores.stream().filter(score -> score.points() >= points).toList();
    }
}
