package io.github.ticketsummarizer.streams.runtime;

import java.util.List;
import sun.misc.Signal;

/**
 * What an operating system or a person stops a process with. A shutdown hook of the JVM would come too late: all hooks run
 * at once, so that OpenTelemetry's agent would stop taking spans while calls still end.
 */
public final class StopSignals {
    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");

    private StopSignals() {}

    /** From now on each of these signals has this done, on a thread of its own, and does not end the JVM. */
    public static void handle(Runnable stop) {
        for (String name : NAMES) {
            try {
                Signal.handle(new Signal(name), signal -> stop.run());
            } catch (IllegalArgumentException unknown) {
                // Not every system has them all, and the JVM's options may keep some to themselves.
            }
        }
    }
}
