package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A run that is gone on with was asked for already. */
final class ResumeRule {
    private ResumeRule() {}

    /**
     * Makes sure that nothing is asked anew.
     *
     * @param allowed the options that may stand beside {@code --resume}
     * @throws CliException when others do; it names them
     */
    static void check(CommandSpec command, Set<String> allowed) {
        List<String> given = command.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !allowed.contains(name))
                .sorted()
                .toList();
        if (!given.isEmpty()) {
            throw CliException.usage(
                    "--resume goes on with the run as it was asked for; leave out " + String.join(", ", given));
        }
    }
}
