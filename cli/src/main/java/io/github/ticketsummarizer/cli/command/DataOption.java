package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where is kept what must outlive the command. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where runs and the embedded broker are kept. Default:"
                    + " $XDG_STATE_HOME/ticket-summarizer, else ~/.local/state/ticket-summarizer.")
    private @Nullable Path data;

    /** The folder that was named, else the usual one. */
    Path folder(Settings settings) {
        return (data == null ? DataFolder.from(settings) : data)
                .toAbsolutePath()
                .normalize();
    }

    /** What a further command must be given to find the same folder; with a blank before it, or nothing. */
    String toGoOn() {
        return data == null ? "" : " --data " + data;
    }
}
