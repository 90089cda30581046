package io.github.ticketsummarizer.benchmarks.scaling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How reports came in a span of time.
 *
 * @param longestGap between two of them, or between one and an end of the span
 * @param median from a ticket's request to its report
 * @param slowest the same of the slowest ticket
 */
record Flow(Duration longestGap, Duration median, Duration slowest) {
    /**
     * All times by {@link System#nanoTime}.
     *
     * @param sent each ticket's request
     * @param arrived each ticket's report
     * @throws IllegalArgumentException when no report came in the span
     */
    static Flow of(Map<String, Long> sent, Map<String, Long> arrived, long from, long until) {
        List<Map.Entry<String, Long>> inSpan = arrived.entrySet().stream()
                .filter(report -> report.getValue() >= from && report.getValue() < until)
                .sorted(Map.Entry.comparingByValue())
                .toList();
        if (inSpan.isEmpty()) {
            throw new IllegalArgumentException("no report came");
        }
        List<Long> took = inSpan.stream()
                .map(report -> report.getValue() - Objects.requireNonNull(sent.get(report.getKey())))
                .sorted()
                .toList();
        return new Flow(
                longestGap(inSpan, from, until),
                Duration.ofNanos(took.get(took.size() / 2)),
                Duration.ofNanos(took.getLast()));
    }

    private static Duration longestGap(List<Map.Entry<String, Long>> reports, long from, long until) {
        long longest = 0;
        long last = from;
        for (Map.Entry<String, Long> report : reports) {
            longest = Math.max(longest, report.getValue() - last);
            last = report.getValue();
        }
        return Duration.ofNanos(Math.max(longest, until - last));
    }
}
