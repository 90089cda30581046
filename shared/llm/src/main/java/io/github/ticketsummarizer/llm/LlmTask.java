package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Stage;
import java.util.Locale;

/** What a model is asked to do with a ticket. */
public enum LlmTask {
    SYNTHESIS(Stage.SYNTHESIS),
    CATEGORIZATION(Stage.CATEGORIZATION),
    DIAGNOSTICS(Stage.DIAGNOSTICS),
    /** Takes notes of a part of a thread that is too long for one request; the synthesis reads them. */
    CONDENSATION(Stage.SYNTHESIS);

    private static final int FIRST_VERSION = 1;

    private final Stage stage;

    LlmTask(Stage stage) {
        this.stage = stage;
    }

    /** The stage that makes this call. */
    public Stage stage() {
        return stage;
    }

    /** The name in prompts, prices and accounts, for example {@code synthesis}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The version of this task's prompt that a submission asked for. */
    public int promptVersion(PromptVersions versions) {
        return switch (this) {
            case SYNTHESIS -> versions.synthesis();
            case CATEGORIZATION -> versions.categorization();
            case DIAGNOSTICS -> versions.diagnostics();
            case CONDENSATION -> versions.condensation() == null ? FIRST_VERSION : versions.condensation();
        };
    }

    /** Whether this is what the task reads. */
    boolean reads(TaskInput input) {
        return switch (this) {
            case SYNTHESIS -> input instanceof ThreadInput;
            case CATEGORIZATION, DIAGNOSTICS -> input instanceof AnalysisInput;
            case CONDENSATION -> input instanceof ChunkInput;
        };
    }
}
