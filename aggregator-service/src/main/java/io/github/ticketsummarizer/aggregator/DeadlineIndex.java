package io.github.ticketsummarizer.aggregator;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which open requests wait longest, so that looking at the deadline does not mean reading every entry. */
final class DeadlineIndex {
    private final Map<String, Instant> since = new HashMap<>();
    private final NavigableSet<Waiting> byAge =
            new TreeSet<>(Comparator.comparing(Waiting::since).thenComparing(Waiting::requestId));

    /** Notes since when a request waits; a later note replaces an earlier one. */
    void put(String requestId, Instant waitingSince) {
        remove(requestId);
        since.put(requestId, waitingSince);
        byAge.add(new Waiting(waitingSince, requestId));
    }

    /** Forgets a request; false when it was not known. */
    boolean remove(String requestId) {
        Instant known = since.remove(requestId);
        return known != null && byAge.remove(new Waiting(known, requestId));
    }

    /** The requests that wait since that moment or longer, the longest first. */
    List<String> waitingSince(Instant moment) {
        return byAge.stream()
                .takeWhile(waiting -> !waiting.since().isAfter(moment))
                .map(Waiting::requestId)
                .toList();
    }

    private record Waiting(Instant since, String requestId) {}
}
