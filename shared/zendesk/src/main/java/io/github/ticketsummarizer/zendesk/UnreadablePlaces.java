package io.github.ticketsummarizer.zendesk;

import java.util.ArrayList;
import java.util.List;

/** Files or lines that could not be read while looking for tickets: how many, and the first few by name. */
final class UnreadablePlaces {
    private static final int NAMED = 3;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String place) {
        count++;
        if (first.size() < NAMED) {
            first.add(place);
        }
    }

    /** What a message about a missing ticket should add; empty when every place could be read. */
    String describe() {
        if (count == 0) {
            return "";
        }
        String more = count > NAMED ? " and %d more".formatted(count - NAMED) : "";
        return " (no ticket could be read from %s%s)".formatted(String.join(", ", first), more);
    }
}
