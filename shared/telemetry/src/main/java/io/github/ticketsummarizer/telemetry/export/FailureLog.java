package io.github.ticketsummarizer.telemetry.export;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells once when a receiver fails, and once when it is back. Thread-safe. */
final class FailureLog {
    // Inside the agent this is the agent's log: the application's may not be there yet.
    private static final Logger log = Logger.getLogger(FailureLog.class.getName());

    private final String receiver;
    private final String what;
    private final String advice;
    private volatile boolean failing;

    /**
     * @param what is sent there, such as spans
     * @param advice where to look when it fails
     */
    FailureLog(String receiver, String what, String advice) {
        this.receiver = receiver;
        this.what = what;
        this.advice = advice;
    }

    /** Whether what was sent last did not arrive. */
    boolean isFailing() {
        return failing;
    }

    void failed(@Nullable Throwable failure) {
        if (!failing) {
            failing = true;
            log.log(Level.WARNING, "{0} takes no {1}: {2}. Tickets go on without. See: {3}", new Object[] {
                receiver, what, ExportFailure.of(failure, what).text(), advice
            });
        }
    }

    void arrived() {
        if (failing) {
            failing = false;
            log.log(Level.WARNING, "{0} takes {1} again", new Object[] {receiver, what});
        }
    }
}
