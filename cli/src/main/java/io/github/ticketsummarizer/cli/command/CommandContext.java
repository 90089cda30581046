package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.progress.PlainProgress;
import io.github.ticketsummarizer.cli.progress.ProgressView;
import io.github.ticketsummarizer.cli.progress.TerminalProgress;
import io.github.ticketsummarizer.cli.run.Interruption;
import io.github.ticketsummarizer.model.Json;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * All that a command has of the world around it.
 *
 * @param home where the program is installed, with {@code samples/}
 * @param out takes data and nothing else
 * @param err takes what a person reads while the command runs
 * @param isTerminal whether a person sees {@code err} at once
 * @param clock tells the time, and the zone of this machine
 */
public record CommandContext(
        Map<String, String> environment,
        Path workingFolder,
        Path home,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean isTerminal,
        Interruption interruption,
        Clock clock,
        Json json) {

    /** Tells a person something; a line. */
    void say(String text) {
        err.println(text);
        err.flush();
    }

    /** Hands out data; ended lines. */
    void print(String text) {
        out.print(text);
        out.flush();
    }

    static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    ProgressView progressView() {
        PrintWriter writer = writer(err);
        return isTerminal ? new TerminalProgress(writer) : new PlainProgress(writer);
    }
}
