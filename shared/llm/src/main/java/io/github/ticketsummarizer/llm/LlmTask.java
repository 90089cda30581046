package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Stage;

/** What a model is asked to do with a ticket. */
public enum LlmTask {
    SYNTHESIS(Stage.SYNTHESIS),
    CATEGORIZATION(Stage.CATEGORIZATION),
    DIAGNOSTICS(Stage.DIAGNOSTICS);

    private final Stage stage;

    LlmTask(Stage stage) {
        this.stage = stage;
    }

    /** The stage that makes this call. */
    public Stage stage() {
        return stage;
    }

    /** The name in prompts, prices and accounts: {@code synthesis}, {@code categorization} or {@code diagnostics}. */
    public String wireName() {
        return stage.wireName();
    }

    /** The version of this task's prompt that a submission asked for. */
    public int promptVersion(PromptVersions versions) {
        return switch (this) {
            case SYNTHESIS -> versions.synthesis();
            case CATEGORIZATION -> versions.categorization();
            case DIAGNOSTICS -> versions.diagnostics();
        };
    }
}
