package io.github.ticketsummarizer.cli.progress;

/** Shows how far a run is. */
public interface ProgressView {
    /** Called often; shows it when it is worth showing. */
    void show(RunSnapshot snapshot);

    /** Shows how it ended, in any case. */
    void finish(RunSnapshot snapshot);
}
