package io.github.ticketsummarizer.cli;

import io.github.ticketsummarizer.cli.command.CommandContext;
import io.github.ticketsummarizer.cli.command.Commands;
import io.github.ticketsummarizer.cli.progress.Terminal;
import io.github.ticketsummarizer.cli.run.Interruption;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.streams.runtime.StopSignals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** The {@code ticket-summarizer} command. */
public final class Main {
    /** Longer than services take to let their calls end (20 s), streams to close (20 s) and outputs to be written. */
    private static final Duration PATIENCE_AFTER_SIGNAL = Duration.ofSeconds(90);

    private Main() {}

    /** Runs one command; the process answers with its exit code, after a signal as well. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Path workingFolder = Path.of("").toAbsolutePath();
        Logging.configure(environment, workingFolder, arguments);
        Interruption interruption = new Interruption();
        StopSignals.handle(() -> stop(interruption));
        CommandContext context = new CommandContext(
                environment,
                workingFolder,
                Path.of(System.getProperty("ticket-summarizer.home", "")).toAbsolutePath(),
                System.in,
                System.out,
                System.err,
                Terminal.isStandardErrorATerminal(environment),
                interruption,
                Clock.system(ZoneId.systemDefault()),
                new Json());
        System.exit(Commands.in(context).execute(arguments));
    }

    /** Lets the command end by itself, with the exit code that tells how far it came, and ends one that does not. */
    private static void stop(Interruption interruption) {
        interruption.request();
        try {
            Thread.sleep(PATIENCE_AFTER_SIGNAL);
            System.err.println("ticket-summarizer: the command did not end in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }
}
