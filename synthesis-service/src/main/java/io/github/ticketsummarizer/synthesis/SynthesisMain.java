package io.github.ticketsummarizer.synthesis;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.ServiceMain;

/** The synthesis service as a program, set by its environment. */
public final class SynthesisMain {
    private SynthesisMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Settings settings = new Settings(System.getenv());
        System.exit(new ServiceMain(settings, System.err)
                .run("synthesis", new SynthesisService())
                .code());
    }
}
