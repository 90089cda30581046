package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.run.Interruption;
import io.github.ticketsummarizer.model.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Runs commands inside this process, each with a world of its own. */
final class CommandRunner {
    /** Where the program lies: the root of the repository. */
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private final Path workingFolder;
    private final Map<String, String> environment = new HashMap<>();
    private final Interruption interruption = new Interruption();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String in = "";

    /** @param workingFolder where data is kept as well, unless a command says otherwise */
    CommandRunner(Path workingFolder) {
        this.workingFolder = workingFolder;
        environment.put("XDG_STATE_HOME", workingFolder.resolve("state").toString());
    }

    CommandRunner with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    CommandRunner typing(String standardInput) {
        in = standardInput;
        return this;
    }

    /** Runs a command to its end. */
    Result run(String... arguments) {
        CommandContext context = new CommandContext(
                environment,
                workingFolder,
                HOME,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                interruption,
                Clock.system(ZoneId.of("Asia/Kolkata")),
                new Json());
        int exitCode = Commands.in(context).execute(arguments);
        return new Result(exitCode, out(), err());
    }

    void interrupt() {
        interruption.request();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What a command answered. */
    record Result(int exitCode, String out, String err) {}
}
