package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;

/** What a submission asks for: which of the two analyses run after the synthesis. */
public enum AnalysisType {
    POD(Stage.CATEGORIZATION),
    DIAGNOSTICS(Stage.DIAGNOSTICS),
    BOTH(Stage.CATEGORIZATION, Stage.DIAGNOSTICS);

    private final Set<Stage> analyses;

    AnalysisType(Stage first, Stage... rest) {
        this.analyses = EnumSet.of(first, rest);
    }

    /** Whether this type asks for the analysis that the given stage makes. */
    public boolean includes(Stage stage) {
        return analyses.contains(stage);
    }

    /** The analyses that a report of this type needs, in the order of the pipeline. */
    public Set<Stage> analyses() {
        return EnumSet.copyOf(analyses);
    }

    /** The name on topics, on the command line and in settings: {@code pod}, {@code diagnostics} or {@code both}. */
    @JsonValue
    public String wireName() {
        return WireNames.of(this);
    }

    /**
     * Reads a name as people type it, in any case.
     *
     * @throws IllegalArgumentException when it is none of the three; the message lists them
     */
    @JsonCreator
    public static AnalysisType fromName(String name) {
        return WireNames.parse(AnalysisType.class, name, "analysis type");
    }
}
