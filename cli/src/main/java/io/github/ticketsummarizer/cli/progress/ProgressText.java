package io.github.ticketsummarizer.cli.progress;

import io.github.ticketsummarizer.model.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of the progress. */
final class ProgressText {
    private ProgressText() {}

    /** All stages on one line. */
    static String line(RunSnapshot run) {
        return "[%s] %s"
                .formatted(
                        duration(run.elapsed()),
                        run.stages().stream().map(ProgressText::part).collect(Collectors.joining(" | ")));
    }

    /** A stage a line, in columns; no line is longer than 78 characters as long as the counts have at most 7 digits. */
    static List<String> block(RunSnapshot run) {
        return run.stages().stream().map(ProgressText::row).toList();
    }

    private static String part(StageSnapshot stage) {
        List<String> details = details(stage);
        String counts = "%s %d/%d".formatted(name(stage.stage()), stage.done(), stage.total());
        return details.isEmpty() ? counts : "%s (%s)".formatted(counts, String.join(", ", details));
    }

    private static List<String> details(StageSnapshot stage) {
        List<String> details = new ArrayList<>();
        if (stage.failed() > 0) {
            details.add("%d failed".formatted(stage.failed()));
        }
        if (stage.inFlight() > 0) {
            details.add("%d in flight".formatted(stage.inFlight()));
        }
        if (stage.waiting() > 0) {
            details.add("%d waiting for %s".formatted(stage.waiting(), awaited(stage.stage())));
        }
        if (isGoingOn(stage)) {
            details.add(rate(stage));
            stage.remaining().ifPresent(time -> details.add("ETA " + duration(time)));
        }
        return details;
    }

    private static String row(StageSnapshot stage) {
        String counts = "%d/%d".formatted(stage.done(), stage.total());
        String row = "%-12s%15s".formatted(name(stage.stage()), counts)
                + "%8d failed".formatted(stage.failed())
                + (stage.stage() == Stage.MERGE
                        ? " ".repeat(17)
                        : "%7d in flight".formatted(stage.inFlight() + stage.waiting()))
                + pace(stage);
        return row.stripTrailing();
    }

    private static String pace(StageSnapshot stage) {
        if (stage.waiting() > 0) {
            return "  waits: " + awaited(stage.stage());
        }
        return isGoingOn(stage) ? "%9s  ETA %s".formatted(rate(stage), eta(stage)) : "";
    }

    /** Whose limit holds a stage's tickets back. */
    private static String awaited(Stage stage) {
        return stage == Stage.FETCH ? "Zendesk" : "the model";
    }

    private static boolean isGoingOn(StageSnapshot stage) {
        int settled = stage.stage() == Stage.MERGE ? stage.done() : stage.done() + stage.failed();
        return settled < stage.total() && stage.perSecond() > 0;
    }

    private static String rate(StageSnapshot stage) {
        return String.format(Locale.ROOT, "%.1f/s", stage.perSecond());
    }

    private static String eta(StageSnapshot stage) {
        return stage.remaining().map(ProgressText::duration).orElse("-");
    }

    private static String name(Stage stage) {
        return switch (stage) {
            case FETCH -> "fetch";
            case SYNTHESIS -> "synthesis";
            case CATEGORIZATION -> "pod";
            case DIAGNOSTICS -> "diagnostics";
            case MERGE -> "reports";
        };
    }

    /** For example {@code 7s}, {@code 3m05s} or {@code 2h09m}. */
    static String duration(Duration duration) {
        if (duration.toHours() > 0) {
            return "%dh%02dm".formatted(duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? "%dm%02ds".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%ds".formatted(duration.toSeconds());
    }
}
