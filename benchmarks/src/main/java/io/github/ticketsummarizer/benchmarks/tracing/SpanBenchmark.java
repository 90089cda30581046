package io.github.ticketsummarizer.benchmarks.tracing;

import io.github.ticketsummarizer.benchmarks.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether every span arrives at the load that one JVM has to offer at most: 500 tickets a second of 12 spans each, for a
 * minute, sent as a service sends them, redaction included, to platforms that take what comes.
 */
public final class SpanBenchmark {
    private final Path folder;

    /** @param folder for tickets and the broker's data */
    public SpanBenchmark(Path folder) {
        this.folder = folder;
    }

    /** One row for one platform, one for two. */
    public List<Row> run() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (TakingPlatform one = new TakingPlatform();
                TakingPlatform two = new TakingPlatform()) {
            for (TracingMode mode : List.of(TracingMode.ONE, TracingMode.TWO)) {
                rows.add(measure(mode, List.of(one, two)));
            }
        }
        return rows;
    }

    private Row measure(TracingMode mode, List<TakingPlatform> available) throws IOException {
        OfferedLoad load = OfferedLoad.measure(folder.resolve(mode.name()), mode.settings(available));
        List<TakingPlatform> platforms = available.subList(0, mode.platforms());
        return new Row(
                "%,d tickets of %d spans, %d a second, to %s"
                        .formatted(
                                OfferedLoad.TICKETS, RecordedTickets.SPANS, OfferedLoad.TICKETS_A_SECOND, mode.label()),
                "%,d spans in %.1f s (%.1f MB/s to each platform); %s arrived, the counter of drops says %,d; %.2f cores were busy, without the platforms"
                        .formatted(
                                OfferedLoad.TICKETS * RecordedTickets.SPANS,
                                load.seconds(),
                                platforms.getFirst().takeBytes() / 1e6 / load.seconds(),
                                platforms.stream()
                                        .map(platform -> "%,d".formatted(platform.takeCount()))
                                        .collect(Collectors.joining(" and ")),
                                load.dropped(),
                                load.cores()));
    }
}
