package io.github.ticketsummarizer.cli.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A person or a supervisor wants the command to end: it looks here between steps, so that it ends in good order. */
public final class Interruption {
    private final CountDownLatch requested = new CountDownLatch(1);

    /** Asks the command to end; may be called by any thread. */
    public void request() {
        requested.countDown();
    }

    /** Whether the command was asked to end. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Waits for the request, up to the given time; answers whether it came. */
    public boolean await(Duration patience) throws InterruptedException {
        return requested.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
