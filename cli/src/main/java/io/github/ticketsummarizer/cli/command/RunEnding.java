package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.run.RunJob;
import java.io.IOException;

/** What is made of the reports of a run. */
@FunctionalInterface
interface RunEnding {
    /**
     * Makes it, of a run that is complete or was cut short with some reports there.
     *
     * @return whether tickets failed
     */
    boolean end(RunJob job) throws IOException;
}
