package io.github.ticketsummarizer.aggregator;

/** What the merge sends on; the topology splits it by type. */
sealed interface MergeOutput {
    /** A report as its topic takes it, keyed by ticket id. */
    record Report(byte[] json) implements MergeOutput {}

    /** What a request adds to its run, keyed by run id. */
    record Contribution(RunContribution value) implements MergeOutput {}
}
