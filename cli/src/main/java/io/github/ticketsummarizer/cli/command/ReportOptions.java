package io.github.ticketsummarizer.cli.command;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the reports go, and how they are written. */
final class ReportOptions {
    private static final Path DEFAULT_FOLDER = Path.of("output");

    @Option(names = "--output", paramLabel = "DIR", description = "Where the reports go. Default: output.")
    private Path output = DEFAULT_FOLDER;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            description = "Zone of the dates in the reports, such as Asia/Kolkata. Default: the system's.")
    private @Nullable ZoneId timezone;

    /** The folder, made where it is not there yet. */
    Path folder(CommandContext context) {
        return RunChecks.outputFolder(context.workingFolder().resolve(output));
    }

    ZoneId zone(CommandContext context) {
        return timezone == null ? context.clock().getZone() : timezone;
    }
}
