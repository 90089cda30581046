package io.github.ticketsummarizer.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Progress for a person at a terminal: a block, a stage a line, drawn over itself five times a second. */
public final class TerminalProgress implements ProgressView {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final String UP = "\033[%dA";
    private static final String CLEAR_TO_END_OF_LINE = "\033[K";

    private final PrintWriter out;
    private Duration lastDrawn = Duration.ZERO.minus(INTERVAL);
    private int linesDrawn;

    /** @param out a terminal that knows the escape codes of ECMA-48 */
    public TerminalProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(RunSnapshot snapshot) {
        if (snapshot.elapsed().minus(lastDrawn).compareTo(INTERVAL) >= 0) {
            draw(snapshot);
        }
    }

    @Override
    public void finish(RunSnapshot snapshot) {
        draw(snapshot);
    }

    private void draw(RunSnapshot snapshot) {
        StringBuilder text = new StringBuilder();
        if (linesDrawn > 0) {
            text.append(UP.formatted(linesDrawn));
        }
        List<String> lines = ProgressText.block(snapshot);
        lines.forEach(line ->
                text.append('\r').append(line).append(CLEAR_TO_END_OF_LINE).append('\n'));
        out.print(text);
        out.flush();
        linesDrawn = lines.size();
        lastDrawn = snapshot.elapsed();
    }
}
