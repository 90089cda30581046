package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.LlmProvider;
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
                        prices\\.yaml \\(built in\\): \\d+ prices, with those built in
                        prompts/synthesis \\(built in\\): version 1, 2
                        prompts/categorization \\(built in\\): version 1
                        prompts/diagnostics \\(built in\\): version 1, 2
                        prompts/condensation \\(built in\\): version 1
                        gemini: .* set GEMINI_API_KEY, .*
                        azure: .* set AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY and .*
                        anthropic: .* set ANTHROPIC_API_KEY, .*
                        openai: .* set OPENAI_MODEL and OPENAI_API_KEY, .*
                        (?s:.*)""");
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
    void mistakesInPricesPromptsAndProvidersAreNamedTogether() throws IOException {
        copyConfig();
        write("prices.yaml", """
                prices:
                  - provider: openai
                    models: ["gpt-4o("]
                    usd: {input: 1, output: 2}
                    source: our contract
                    checked: 2026-11-01
                """);
        write("prompts/synthesis/2/system.mustache", "Read it.\n{{colour}}\n");
        write("prompts/synthesis/2/ticket.mustache", "{{#comments}}\n{{body}}\n");
        write("prompts/synthesis/4/system.mustache", "Read it.");
        write("prompts/categorization/new/system.mustache", "Read it.");
        write("prompts/translation/1/system.mustache", "Read it.");
        write("prompts/SHA256SUMS", "0".repeat(64) + "  synthesis/2/system.mustache\n");

        CommandRunner.Result result = new CommandRunner(folder)
                .with("CONFIG_DIR", folder.toString())
                .with("OPENAI_BASE_URL", "http://models.example/v1")
                .with("AZURE_OPENAI_API_VERSION", "newest")
                .with("DEFAULT_MODEL_PROVIDER", "gemni")
                .run("config", "check", "--prompt-version", "diagnostics=7");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().replace("ticket-summarizer: ", "").lines())
                .containsExactly(
                        at("prices.yaml:3: /prices/0/models/0: Unclosed group"),
                        at("prompts/translation: there is no such task; there are: synthesis, categorization,"
                                + " diagnostics, condensation"),
                        at(
                                "prompts/synthesis/4: cannot be asked for: it has no system.mustache, or there is no version 3"
                                        + " before it"),
                        at("prompts/categorization/new: is not a version; these are whole numbers from 1"),
                        at("prompts/synthesis/2/system.mustache:2: there is no variable 'colour'"),
                        at("prompts/synthesis/2/ticket.mustache:1: Section missing close tag 'comments'"),
                        at(
                                "prompts/SHA256SUMS:1: synthesis/2/system.mustache has changed under its version; give the new"
                                        + " text a new version"),
                        "--prompt-version: there is no version 7 of the prompt for diagnostics; there are: [1, 2]",
                        "AZURE_OPENAI_API_VERSION: 'newest' is neither v1 nor a date such as 2024-10-21",
                        "OPENAI_BASE_URL: 'http://models.example/v1' would send the key and the tickets unencrypted; use"
                                + " https, or set LLM_ALLOW_PLAIN_HTTP=true where the network can be trusted",
                        "DEFAULT_MODEL_PROVIDER: unknown model provider 'gemni'; known: " + LlmProvider.knownNames());
    }

    @Test
    void whatIsOnesOwnIsToldApartFromWhatIsBuiltIn() throws IOException {
        copyConfig();
        write("prices.yaml", "prices: []\n");
        write("prompts/synthesis/2/system.mustache", "Read it.");
        write("prompts/synthesis/2/ticket.mustache", "{{ticket.id}}");

        CommandRunner.Result result = new CommandRunner(folder)
                .with("CONFIG_DIR", folder.toString())
                .with("OPENAI_MODEL", "llama3.1:8b")
                .with("OPENAI_BASE_URL", "http://localhost:11434/v1")
                .run("config", "check", "--prompt-version", "synthesis=2");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains(folder.resolve("prices.yaml") + ": ")
                .contains(folder.resolve("prompts/synthesis") + ": version 1, 2")
                .contains("openai: set up, openai llama3.1:8b at http://localhost:11434/v1");
    }

    private void copyConfig() throws IOException {
        for (String file : new String[] {"taxonomy.yaml", "diagnostics.yaml"}) {
            Files.copy(CONFIG.resolve(file), folder.resolve(file));
        }
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private String at(String placeAndMistake) {
        return folder.resolve("") + "/" + placeAndMistake;
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
