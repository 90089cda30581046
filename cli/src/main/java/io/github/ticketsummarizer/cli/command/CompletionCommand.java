package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.model.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Completion for the shell. */
@Command(
        name = "completion",
        description = {
            "Print a completion script for bash and zsh.",
            "For this shell: source <(ticket-summarizer completion)"
        })
final class CompletionCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        context.print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
        return ExitCode.OK.code();
    }
}
