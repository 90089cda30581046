package io.github.ticketsummarizer.llm.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the few best of any number of candidates; of two equal ones the one that came first. */
final class Shortlist {
    private final int size;
    private final List<Candidate> best = new ArrayList<>();

    Shortlist(int size) {
        this.size = size;
    }

    void offer(Candidate candidate) {
        int place = best.size();
        while (place > 0 && best.get(place - 1).score() < candidate.score()) {
            place--;
        }
        if (place < size) {
            best.add(place, candidate);
            if (best.size() > size) {
                best.removeLast();
            }
        }
    }

    Optional<Candidate> first() {
        return best.stream().findFirst();
    }

    /** The candidates, best first. */
    List<Candidate> all() {
        return List.copyOf(best);
    }
}
