package io.github.ticketsummarizer.cli.output;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param stamp the time in the names, by which the same run writes the same files again
 * @param files in the order written
 */
public record WrittenOutputs(String stamp, List<Path> files, OutputTotals totals) {
    public WrittenOutputs {
        files = List.copyOf(files);
    }
}
