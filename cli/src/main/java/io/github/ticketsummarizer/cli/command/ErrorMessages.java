package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.broker.BrokerException;
import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.streams.runtime.KafkaCredentialsException;
import io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message for a person and an exit code for a program. */
final class ErrorMessages {
    private static final String DEBUG = "TICKET_SUMMARIZER_DEBUG";

    private final CommandContext context;

    ErrorMessages(CommandContext context) {
        this.context = context;
    }

    /** The command line itself is wrong. */
    int onWrongUse(ParameterException failure, String[] arguments) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        String suggestions = failure instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean %s?".formatted(String.join(" or ", unmatched.getSuggestions()))
                : "";
        context.say("%s: %s%s".formatted(command, failure.getMessage(), suggestions));
        context.say("See %s --help".formatted(command));
        return ExitCode.USAGE.code();
    }

    /** The command could not do what it was told. */
    int onFailure(Exception failure, CommandLine command, ParseResult parsed) {
        context.say("ticket-summarizer: " + message(failure));
        if ("true".equals(context.environment().get(DEBUG))) {
            failure.printStackTrace(context.err());
        }
        return exitCode(failure).code();
    }

    private static ExitCode exitCode(Exception failure) {
        return switch (failure) {
            case CliException e -> e.exitCode();
            case SettingsException e -> ExitCode.USAGE;
            case BrokerException e -> ExitCode.USAGE;
            case KafkaUnreachableException e -> ExitCode.UNREACHABLE;
            case KafkaCredentialsException e -> ExitCode.CREDENTIALS;
            default -> ExitCode.INTERNAL;
        };
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case CliException e -> String.valueOf(e.getMessage());
            case SettingsException e -> String.valueOf(e.getMessage());
            case BrokerException e -> String.valueOf(e.getMessage());
            case KafkaUnreachableException e -> String.valueOf(e.getMessage());
            case KafkaCredentialsException e -> String.valueOf(e.getMessage());
            default -> "unexpected: %s (%s=true shows where)".formatted(failure, DEBUG);
        };
    }
}
