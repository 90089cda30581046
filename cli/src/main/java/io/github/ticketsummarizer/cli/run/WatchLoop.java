package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.cli.progress.ProgressView;
import io.github.ticketsummarizer.cli.progress.RunProgress;
import io.github.ticketsummarizer.cli.progress.RunSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Reads what comes of a run and shows how far it is, again and again. */
record WatchLoop(
        RunWatcher watcher, RunProgress progress, ProgressView view, StallNotes stalls, Interruption interruption) {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PROBE = Duration.ofSeconds(5);

    /**
     * Goes round until it is done or an interruption is requested.
     *
     * @param eachRound may throw to end it
     */
    void until(BooleanSupplier done, RunListener listener, Runnable eachRound) throws IOException {
        while (!done.getAsBoolean() && !interruption.isRequested()) {
            boolean came = watcher.poll(POLL, listener);
            RunSnapshot snapshot = progress.snapshot();
            if (came) {
                stalls.active();
            } else {
                stalls.idle(snapshot.accepted(), () -> watcher.isAnswering(PROBE));
            }
            eachRound.run();
            view.show(snapshot);
        }
    }
}
