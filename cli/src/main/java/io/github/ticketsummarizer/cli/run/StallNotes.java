package io.github.ticketsummarizer.cli.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Says why nothing happens, once for each reason, since a run that waits looks like one that hangs. */
final class StallNotes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Consumer<String> notes;
    private final String bootstrapServers;
    private Instant lastLook;
    private boolean saidUnreachable;
    private boolean saidNotAccepted;

    StallNotes(Clock clock, Consumer<String> notes, String bootstrapServers) {
        this.clock = clock;
        this.notes = notes;
        this.bootstrapServers = bootstrapServers;
        this.lastLook = clock.instant();
    }

    /** Something came from the cluster. */
    void active() {
        lastLook = clock.instant();
    }

    /**
     * Nothing came.
     *
     * @param accepted whether any ticket of the run was taken in
     * @param answering asks the cluster; slow
     */
    void idle(boolean accepted, BooleanSupplier answering) {
        if (Duration.between(lastLook, clock.instant()).compareTo(PATIENCE) < 0) {
            return;
        }
        if (!answering.getAsBoolean()) {
            if (!saidUnreachable) {
                notes.accept("Kafka at %s does not answer; waiting for it".formatted(bootstrapServers));
                saidUnreachable = true;
            }
        } else if (!accepted && !saidNotAccepted) {
            notes.accept("no ticket was taken in yet: does a fetcher service run on the cluster at %s?"
                    .formatted(bootstrapServers));
            saidNotAccepted = true;
        }
        lastLook = clock.instant();
    }
}
