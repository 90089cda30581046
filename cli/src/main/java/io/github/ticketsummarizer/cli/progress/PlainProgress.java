package io.github.ticketsummarizer.cli.progress;

import io.github.ticketsummarizer.model.Stage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Progress for files and pipes: a line when something changed, at most one every two seconds, and fewer the longer a
 * run takes, so that a log of hours stays readable. The first report is shown at once: that is what people wait for.
 */
public final class PlainProgress implements ProgressView {
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(2);
    private static final Duration MOST_INTERVAL = Duration.ofMinutes(1);
    private static final int LINES_PER_ELAPSED = 30;

    private final PrintWriter out;
    private @Nullable RunSnapshot shown;

    /** @param out takes the lines */
    public PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(RunSnapshot snapshot) {
        if (isDue(snapshot)) {
            print(snapshot);
        }
    }

    @Override
    public void finish(RunSnapshot snapshot) {
        if (shown == null || isChanged(shown, snapshot)) {
            print(snapshot);
        }
    }

    private boolean isDue(RunSnapshot snapshot) {
        if (shown == null) {
            return snapshot.accepted();
        }
        Duration since = snapshot.elapsed().minus(shown.elapsed());
        return isChanged(shown, snapshot)
                && (since.compareTo(interval(snapshot.elapsed())) >= 0 || (!hasReports(shown) && hasReports(snapshot)));
    }

    private static boolean hasReports(RunSnapshot run) {
        return run.stages().stream().anyMatch(stage -> stage.stage() == Stage.MERGE && stage.done() > 0);
    }

    private static Duration interval(Duration elapsed) {
        Duration interval = elapsed.dividedBy(LINES_PER_ELAPSED);
        if (interval.compareTo(LEAST_INTERVAL) < 0) {
            return LEAST_INTERVAL;
        }
        return interval.compareTo(MOST_INTERVAL) > 0 ? MOST_INTERVAL : interval;
    }

    private static boolean isChanged(RunSnapshot before, RunSnapshot now) {
        return !counts(before).equals(counts(now));
    }

    private static List<String> counts(RunSnapshot run) {
        return run.stages().stream()
                .map(stage -> "%d %d %d %d".formatted(stage.done(), stage.failed(), stage.inFlight(), stage.waiting()))
                .toList();
    }

    private void print(RunSnapshot snapshot) {
        out.println(ProgressText.line(snapshot));
        out.flush();
        shown = snapshot;
    }
}
