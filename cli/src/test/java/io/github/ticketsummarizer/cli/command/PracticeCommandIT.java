package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.LlmProvider;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start-up cache of {@code run} is made of. */
class PracticeCommandIT {
    @TempDir
    Path folder;

    @Test
    void theRunsGoWellAndEachProviderAnswers() {
        CommandRunner.Result result = new CommandRunner(folder).run("practice");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).containsPattern("(?s)(Provider +gemini.*success +8\n.*){2}");
        for (LlmProvider provider : LlmProvider.withModels()) {
            assertThat(result.out()).containsPattern("ok +%s .*answered the schema".formatted(provider.wireName()));
        }
        assertThat(folder).as("what it writes lies elsewhere and is gone").isEmptyDirectory();
    }
}
