package io.github.ticketsummarizer.pod;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.ServiceMain;

/** The pod service as a program, set by its environment. */
public final class PodMain {
    private PodMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Settings settings = new Settings(System.getenv());
        System.exit(new ServiceMain(settings, System.err)
                .run("pod", new PodService())
                .code());
    }
}
