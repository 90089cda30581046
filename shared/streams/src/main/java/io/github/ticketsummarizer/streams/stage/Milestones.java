package io.github.ticketsummarizer.streams.stage;

import java.util.ArrayList;
import java.util.List;

/** What happened to a record so far. The call's thread and the stream thread both add to it. */
final class Milestones {
    /** A lane that is held for hours has its first call tried again and again. */
    private static final int MOST = 100;

    private final List<Milestone> milestones;

    Milestones(List<Milestone> earlier) {
        this.milestones = new ArrayList<>(earlier);
    }

    synchronized void add(Milestone milestone) {
        if (milestones.size() < MOST) {
            milestones.add(milestone);
        }
    }

    /** All so far and one more; these stay as they are. */
    List<Milestone> and(Milestone next) {
        Milestones more = new Milestones(all());
        more.add(next);
        return more.all();
    }

    synchronized List<Milestone> all() {
        return List.copyOf(milestones);
    }
}
