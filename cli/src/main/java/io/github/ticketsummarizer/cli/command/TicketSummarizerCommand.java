package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.model.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is said when no command is given. */
@Command(
        name = "ticket-summarizer",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "Reads support tickets whole and says what they were about, over Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:an error inside the program",
            "2:wrong use, or a wrong setting",
            "3:credentials are missing or refused",
            "4:Kafka, Zendesk or the model cannot be reached",
            "5:done, but some tickets failed",
            "130:interrupted"
        },
        footerHeading = "%nFirst steps:%n",
        footer = {"  ticket-summarizer demo", "  ticket-summarizer run --help"})
final class TicketSummarizerCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    TicketSummarizerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        spec.commandLine().usage(context.err());
        return ExitCode.USAGE.code();
    }
}
