package io.github.ticketsummarizer.diagnostics;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.ServiceMain;

/** The diagnostics service as a program, set by its environment. */
public final class DiagnosticsMain {
    private DiagnosticsMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Settings settings = new Settings(System.getenv());
        System.exit(new ServiceMain(settings, System.err)
                .run("diagnostics", new DiagnosticsService())
                .code());
    }
}
