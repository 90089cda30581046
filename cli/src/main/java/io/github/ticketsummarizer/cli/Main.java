package io.github.ticketsummarizer.cli;

import io.github.ticketsummarizer.cli.command.CommandContext;
import io.github.ticketsummarizer.cli.command.Commands;
import io.github.ticketsummarizer.cli.progress.Terminal;
import io.github.ticketsummarizer.cli.run.Interruption;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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
        AtomicInteger exitCode = new AtomicInteger(ExitCode.INTERRUPTED.code());
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(interruption, finished, exitCode), "interrupt"));
        CommandContext context = new CommandContext(
                environment,
                workingFolder,
                Path.of(System.getProperty("ticket-summarizer.home", "")).toAbsolutePath(),
                System.in,
                System.out,
                System.err,
                Terminal.isStandardErrorATerminal(environment),
                interruption,
                Clock.systemDefaultZone(),
                new Json());
        exitCode.set(Commands.in(context).execute(arguments));
        finished.countDown();
        System.exit(exitCode.get());
    }

    /** A JVM that a signal ends would answer 128 + signal; the command's own exit code is what tells. */
    private static void stop(Interruption interruption, CountDownLatch finished, AtomicInteger exitCode) {
        if (finished.getCount() == 0) {
            return;
        }
        interruption.request();
        try {
            boolean inTime = finished.await(PATIENCE_AFTER_SIGNAL.toSeconds(), TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("ticket-summarizer: the command did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode.get());
    }
}
