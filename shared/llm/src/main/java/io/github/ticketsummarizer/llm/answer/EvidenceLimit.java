package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.model.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the evidence small enough to travel with every record. */
public final class EvidenceLimit {
    /** The most that the quotes of a ticket may take, in bytes of UTF-8. */
    public static final int MAX_BYTES = 16 * 1024;

    private EvidenceLimit() {}

    /**
     * As many as fit, without repetition, by comment. The passages come first and may take half of the room, so that
     * neither they nor what the synthesis rests on can crowd the other out.
     */
    static List<Evidence> select(List<Evidence> passages, List<Evidence> quotes) {
        Selection selection = new Selection();
        selection.addUpTo(MAX_BYTES / 2, passages);
        selection.addUpTo(MAX_BYTES, quotes);
        selection.kept.sort(Comparator.comparingInt(Evidence::commentNumber));
        return selection.kept;
    }

    private static final class Selection {
        private final List<Evidence> kept = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private int bytes;

        private void addUpTo(int limit, List<Evidence> candidates) {
            for (Evidence candidate : candidates) {
                int size = candidate.quote().getBytes(StandardCharsets.UTF_8).length;
                if (bytes + size <= limit && seen.add(candidate.quote())) {
                    kept.add(candidate);
                    bytes += size;
                }
            }
        }
    }
}
