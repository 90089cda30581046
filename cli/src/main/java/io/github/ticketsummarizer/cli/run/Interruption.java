package io.github.ticketsummarizer.cli.run;

import java.util.concurrent.atomic.AtomicBoolean;

/** A person or a supervisor wants the command to end: it looks here between steps, so that it ends in good order. */
public final class Interruption {
    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks the command to end; may be called by any thread. */
    public void request() {
        requested.set(true);
    }

    /** Whether the command was asked to end. */
    public boolean isRequested() {
        return requested.get();
    }
}
