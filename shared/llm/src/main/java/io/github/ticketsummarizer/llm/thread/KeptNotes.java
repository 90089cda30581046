package io.github.ticketsummarizer.llm.thread;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The notes of tickets whose reading broke off, so that the next attempt takes notes only of what is missing. In memory
 * and for so many tickets; what is gone is read again. Thread-safe.
 */
final class KeptNotes {
    private final int maxTickets;
    private final SequencedMap<String, Map<Chunk, List<Note>>> byRequest =
            new LinkedHashMap<>(); // in the order of coming

    KeptNotes(int maxTickets) {
        this.maxTickets = maxTickets;
    }

    /** The notes of a chunk; null when it has not been read. */
    synchronized @Nullable List<Note> of(String requestId, Chunk chunk) {
        return byRequest.getOrDefault(requestId, Map.of()).get(chunk);
    }

    /** Keeps the notes of a chunk; for lack of room those of the ticket that came first go. */
    synchronized void keep(String requestId, Chunk chunk, List<Note> notes) {
        byRequest.computeIfAbsent(requestId, first -> new HashMap<>()).put(chunk, notes);
        if (byRequest.size() > maxTickets) {
            byRequest.pollFirstEntry();
        }
    }

    /** The ticket needs none any more. */
    synchronized void forget(String requestId) {
        byRequest.remove(requestId);
    }
}
