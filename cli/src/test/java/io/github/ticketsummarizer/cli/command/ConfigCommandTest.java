package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    private static final Path CONFIG = CommandRunner.HOME.resolve("config");

    @TempDir
    Path folder;

    @Test
    void whatComesWithTheProgramIsReadAndCounted() {
        CommandRunner.Result result = new CommandRunner(folder).run("config", "check");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("""
                        taxonomy\\.yaml \\(built in\\): version \\d+, 13 PODs with \\d+ signals
                        diagnostics\\.yaml \\(built in\\): version \\d+, guide to Diagnostics: \\d+ capabilities, \
                        \\d+ recommendations, \\d+ limits, 12 triage gap areas, 11 fix gap areas
                        """);
    }

    @Test
    void theFilesOfAServiceAreThoseOfItsFolder() {
        CommandRunner.Result result =
                new CommandRunner(folder).with("CONFIG_DIR", CONFIG.toString()).run("config", "check");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(CONFIG.resolve("taxonomy.yaml") + ": version ")
                .contains(CONFIG.resolve("diagnostics.yaml") + ": version ");
    }

    @Test
    void everyMistakeOfBothFilesIsNamedAtOnce() throws IOException {
        Files.writeString(folder.resolve("teams.yaml"), "version: 1\npods: []\nteams: 3\n");

        CommandRunner.Result result = new CommandRunner(folder)
                .run("config", "check", "--taxonomy", "teams.yaml", "--diagnostics", "gone.yaml");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .containsExactly(
                        "ticket-summarizer: %s:2: /pods: must have at least 1 items but found 0 (All PODs, each once.)"
                                .formatted(folder.resolve("teams.yaml")),
                        "%s:3: /teams: there is no such key; there are: version, pods"
                                .formatted(folder.resolve("teams.yaml")),
                        "%s: there is no such file".formatted(folder.resolve("gone.yaml")));
    }

    @Test
    void oneFileMayBeCheckedBesideTheOther() {
        CommandRunner.Result result = new CommandRunner(folder)
                .run(
                        "config",
                        "check",
                        "--taxonomy",
                        CONFIG.resolve("taxonomy.yaml").toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(CONFIG.resolve("taxonomy.yaml") + ": ")
                .contains("diagnostics.yaml (built in): ");
    }
}
