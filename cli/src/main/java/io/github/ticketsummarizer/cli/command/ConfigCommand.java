package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The files that the analyses decide by. */
@Command(name = "config", synopsisSubcommandLabel = "COMMAND", description = "Work on what the analyses go by.")
final class ConfigCommand {
    /** Reads them as a service does at its start. */
    @Command(
            name = "check",
            description = {
                "Check the taxonomy, the diagnostics guide, the prices, the prompts and the settings of model providers,"
                        + " and print what was read.",
                "Every mistake is named with its file and line. Without options the files are those that a service"
                        + " would read: in the folder CONFIG_DIR, else those built in. Nobody is asked over a network."
            })
    static final class Check implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final SettingsOptions options = new SettingsOptions();

        @Option(names = "--taxonomy", paramLabel = "FILE", description = "Check this taxonomy.")
        private @Nullable Path taxonomy;

        @Option(names = "--diagnostics", paramLabel = "FILE", description = "Check this diagnostics guide.")
        private @Nullable Path diagnostics;

        @Mixin
        private final PromptOptions prompts = new PromptOptions();

        Check(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Settings settings = options.load(context, Map.of());
            ConfigFiles files = ConfigFiles.from(settings);
            if (taxonomy != null) {
                files = files.withTaxonomy(context.workingFolder().resolve(taxonomy));
            }
            if (diagnostics != null) {
                files = files.withGuide(context.workingFolder().resolve(diagnostics));
            }
            for (String line : new ConfigCheck(settings, files).run(prompts.versions())) {
                context.print(line + System.lineSeparator());
            }
            return ExitCode.OK.code();
        }
    }
}
