package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.config.Taxonomy;
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
@Command(
        name = "config",
        synopsisSubcommandLabel = "COMMAND",
        description = "Work on the taxonomy and the diagnostics guide.")
final class ConfigCommand {
    /** Reads them as a service does at its start. */
    @Command(
            name = "check",
            description = {
                "Check the taxonomy and the diagnostics guide, and print what was read.",
                "Every mistake is named with its file and line. Without options the files are those that a service"
                        + " would read: in the folder CONFIG_DIR, else those built in."
            })
    static final class Check implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final SettingsOptions options = new SettingsOptions();

        @Option(names = "--taxonomy", paramLabel = "FILE", description = "Check this taxonomy.")
        private @Nullable Path taxonomy;

        @Option(names = "--diagnostics", paramLabel = "FILE", description = "Check this diagnostics guide.")
        private @Nullable Path diagnostics;

        Check(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Settings settings = options.load(context, Map.of());
            settings.requireValid();
            ConfigFiles files = ConfigFiles.from(settings);
            if (taxonomy != null) {
                files = files.withTaxonomy(context.workingFolder().resolve(taxonomy));
            }
            if (diagnostics != null) {
                files = files.withGuide(context.workingFolder().resolve(diagnostics));
            }
            AnalysisConfig config = files.load();
            context.print("%s: %s%n%s: %s%n"
                    .formatted(
                            files.taxonomyPlace(),
                            contents(config.taxonomy()),
                            files.guidePlace(),
                            contents(config.guide())));
            return ExitCode.OK.code();
        }

        private static String contents(Taxonomy taxonomy) {
            int signals = taxonomy.pods().stream()
                    .mapToInt(pod -> pod.signals().size())
                    .sum();
            return "version %d, %d PODs with %d signals"
                    .formatted(taxonomy.version(), taxonomy.pods().size(), signals);
        }

        private static String contents(DiagnosticsGuide guide) {
            return ("version %d, guide to %s: %d capabilities, %d recommendations, %d limits, %d triage gap areas,"
                            + " %d fix gap areas")
                    .formatted(
                            guide.version(),
                            guide.feature().name(),
                            guide.capabilities().size(),
                            guide.recommendations().size(),
                            guide.limits().size(),
                            guide.triageGapAreas().size(),
                            guide.fixGapAreas().size());
        }
    }
}
