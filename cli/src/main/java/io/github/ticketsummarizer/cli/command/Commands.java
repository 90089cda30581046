package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.evaluation.EvaluationFormat;
import io.github.ticketsummarizer.evaluation.Split;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.local.ServiceName;
import io.github.ticketsummarizer.model.AnalysisType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** All commands, and how their mistakes are told. */
public final class Commands {
    private Commands() {}

    /** The commands in a world. */
    public static CommandLine in(CommandContext context) {
        ErrorMessages errors = new ErrorMessages(context);
        CommandLine all = new CommandLine(new TicketSummarizerCommand(context))
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new EvaluateCommand(context))
                .addSubcommand(new UpCommand(context))
                .addSubcommand(new SubmitCommand(context))
                .addSubcommand(new WatchCommand(context))
                .addSubcommand(new ServiceCommand(context))
                .addSubcommand(topics(context))
                .addSubcommand(new FakeZendeskCommand(context))
                .addSubcommand(config(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new FakeLlmCommand(context))
                .addSubcommand(new OtlpSinkCommand(context))
                .addSubcommand(new CompletionCommand(context))
                .addSubcommand(new PracticeCommand(context));
        addHelp(all);
        all.registerConverter(AnalysisType.class, named(AnalysisType::fromName))
                .registerConverter(LlmFault.class, named(LlmFault::fromName))
                .registerConverter(ServiceName.class, named(ServiceName::fromName))
                .registerConverter(Split.class, named(Split::fromName))
                .registerConverter(EvaluationFormat.class, named(EvaluationFormat::fromName))
                .registerConverter(ZoneId.class, named(Commands::zone));
        return all.setOut(CommandContext.writer(context.out()))
                .setErr(CommandContext.writer(context.err()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors::onWrongUse)
                .setExecutionExceptionHandler(errors::onFailure);
    }

    private static void addHelp(CommandLine command) {
        for (CommandLine subcommand : command.getSubcommands().values()) {
            CommandSpec spec = subcommand.getCommandSpec();
            spec.usageMessage().sortOptions(false);
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help message and exit.")
                    .build());
            addHelp(subcommand);
        }
    }

    private static CommandLine topics(CommandContext context) {
        return new CommandLine(new TopicsCommand()).addSubcommand(new TopicsCommand.Create(context));
    }

    private static CommandLine config(CommandContext context) {
        return new CommandLine(new ConfigCommand()).addSubcommand(new ConfigCommand.Check(context));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "there is no time zone '%s'; use a name such as Asia/Kolkata, or UTC".formatted(name), e);
        }
    }

    /** Picocli tells a conversion's message only when it comes as its own exception. */
    private static <T> ITypeConverter<T> named(Function<String, T> fromName) {
        return text -> {
            try {
                return fromName.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
