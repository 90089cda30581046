package io.github.ticketsummarizer.streams.stage;

import java.util.List;

/**
 * What an entry remembers for its stage's span.
 *
 * @param sentAt when the record was written to its topic, milliseconds since the epoch
 * @param milestones what happened up to the last failed call
 */
record Timeline(long sentAt, List<Milestone> milestones) {
    Timeline {
        milestones = List.copyOf(milestones);
    }

    /** That of a record of which nothing else is to tell. */
    static Timeline since(long sentAt) {
        return new Timeline(sentAt, List.of());
    }

    /** The timeline with all that happened so far. */
    Timeline with(List<Milestone> soFar) {
        return new Timeline(sentAt, soFar);
    }
}
