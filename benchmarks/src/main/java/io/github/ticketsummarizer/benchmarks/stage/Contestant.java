package io.github.ticketsummarizer.benchmarks.stage;

import io.github.ticketsummarizer.benchmarks.Cluster;
import java.nio.file.Path;

/** A way to make the calls. */
interface Contestant {
    String name();

    /** Starts to work on what is in the topic; closing the answer stops it. */
    AutoCloseable start(Cluster cluster, StageWork work, int inFlight, Path folder) throws Exception;
}
