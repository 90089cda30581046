package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Capability;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.EscalationFix;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Feature;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.GapArea;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Limit;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Recommendation;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.TicketTypeSignals;
import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Signal;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small threads and a small configuration, so that the tests do not hang on what people edit in {@code config/}. */
final class Threads {
    static final AnalysisConfig CONFIG = new AnalysisConfig(taxonomy(), guide());

    private final List<Comment> comments = new ArrayList<>();

    private Threads() {}

    static Threads thread() {
        return new Threads();
    }

    Threads customer(String body) {
        return comment("customer", body, true);
    }

    Threads support(String body) {
        return comment("support", body, true);
    }

    Threads note(String body) {
        return comment("support", body, false);
    }

    Ticket ticket(String subject) {
        String description = comments.isEmpty() ? "" : comments.getFirst().body();
        TicketHeader header = new TicketHeader(
                "78788", subject, description, "url", "open", null, null, comments.size(), CustomFields.NONE);
        return new Ticket(header, comments);
    }

    private Threads comment(String author, String body, boolean isPublic) {
        comments.add(new Comment("c" + comments.size(), author, author, null, body, isPublic, null));
        return this;
    }

    private static Taxonomy taxonomy() {
        return new Taxonomy(
                1,
                List.of(
                        pod("WFE", signal("latching", 5), signal("wrong element", 4), signal("reselected", 5)),
                        pod("Hub", signal("hub", 3), signal("task list", 5), signal("self help", 4)),
                        pod("Platform Services", signal("integration hub", 5), signal("auto-sync", 4))));
    }

    private static DiagnosticsGuide guide() {
        return new DiagnosticsGuide(
                1,
                new Feature(
                        "Diagnostics",
                        List.of("diagnostics panel"),
                        List.of("opened the diagnostics panel", "used the diagnostics panel"),
                        List.of("did not use the diagnostics panel", "have you tried the diagnostics panel")),
                List.of(
                        new Capability(
                                "element_not_found",
                                "The element is not found.",
                                List.of(signal("element not found", 5)),
                                "reselect_element"),
                        new Capability(
                                "condition_false",
                                "A condition is false.",
                                List.of(signal("condition is false", 5)),
                                "check_rule"),
                        new Capability(
                                "precedence", "Another widget came first.", List.of(signal("priority", 5)), null)),
                List.of(
                        new Recommendation("reselect_element", "Select it again.", true),
                        new Recommendation("check_rule", "Check the rule.", false)),
                List.of(
                        limit("latching", Assessment.MAYBE, "latching", Assessment.NO, "element_precision", "latching"),
                        limit(
                                "branching",
                                Assessment.NO,
                                "other_triage_gap",
                                Assessment.NO,
                                "flow_modification",
                                "branch"),
                        limit("rule", Assessment.YES, null, Assessment.MAYBE, "rule_logic", "rule logic"),
                        limit("how", Assessment.NO, "use_case_implementation", Assessment.NO, "other_fix_gap", "build"),
                        limit("new", Assessment.NO, "feature_request", Assessment.NO, "engineering_required", "wish"),
                        limit(
                                "elsewhere",
                                Assessment.NO,
                                "other_triage_gap",
                                Assessment.NO,
                                "other_fix_gap",
                                "chart",
                                "Platform Services")),
                "elsewhere",
                List.of(
                        new TicketTypeSignals(TicketType.FEATURE_REQUEST, "new", List.of(signal("feature request", 5))),
                        new TicketTypeSignals(
                                TicketType.TECHNICAL_REQUEST, "how", List.of(signal("how do we build", 5)))),
                areas("latching", "use_case_implementation", "feature_request", "other_triage_gap"),
                areas("element_precision", "flow_modification", "rule_logic", "engineering_required", "other_fix_gap"),
                new EscalationFix(Assessment.NO, "engineering_required", List.of(signal("hotfix", 5))));
    }

    private static Limit limit(
            String id,
            Assessment triage,
            String triageGap,
            Assessment fix,
            String fixGap,
            String term,
            String... pods) {
        return new Limit(
                id, "About " + id + ".", triage, fix, triageGap, fixGap, List.of(signal(term, 5)), List.of(pods));
    }

    private static Pod pod(String name, Signal... signals) {
        return new Pod(name, name, "owns", List.of(), List.of(), List.of(signals));
    }

    private static Signal signal(String term, int weight) {
        return new Signal(term, weight);
    }

    private static List<GapArea> areas(String... ids) {
        return Arrays.stream(ids).map(id -> new GapArea(id, "area")).toList();
    }
}
