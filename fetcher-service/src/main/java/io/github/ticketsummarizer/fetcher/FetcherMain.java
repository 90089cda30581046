package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.ServiceMain;

/** The fetcher service as a program, set by its environment. */
public final class FetcherMain {
    private FetcherMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Settings settings = new Settings(System.getenv());
        System.exit(new ServiceMain(settings, System.err)
                .run("fetcher", new FetcherService())
                .code());
    }
}
