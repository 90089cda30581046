package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.model.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A stand-in for a trace platform, to see what is exported. */
@Command(
        name = "otlp-sink",
        description = {
            "Stand in for a trace platform on this machine, and write what is exported to it.",
            "It takes OTLP over HTTP at the usual paths and at those of Langfuse, Opik, LangSmith and Braintrust, and over"
                    + " gRPC. Each request becomes one line of OTLP's JSON. It runs until interrupted."
        })
final class OtlpSinkCommand implements Callable<Integer> {
    private static final int HTTP_PORT = 4318;
    private static final int GRPC_PORT = 4317;
    private static final List<Fault> FAULTS = List.of(
            new Fault.Slow(Duration.ofSeconds(3)),
            new Fault.Reset(),
            new Fault.Hang(),
            new Fault.Instead(FakeAnswer.json(503, "{}")),
            new Fault.Instead(FakeAnswer.json(400, "{}")));

    private final CommandContext context;

    @Mixin
    private final FakeServerOptions server = new FakeServerOptions(HTTP_PORT);

    @Option(
            names = "--grpc-port",
            paramLabel = "PORT",
            description = "0 takes any that is free. Default: ${DEFAULT-VALUE}.")
    private int grpcPort = GRPC_PORT;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "What to write to; lines are added to it. Default: standard output.")
    private @Nullable Path file;

    OtlpSinkCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        server.check();
        LongAdder exports = new LongAdder();
        LongAdder spans = new LongAdder();
        try (PrintWriter lines = lines();
                OtlpReceiver receiver = new OtlpReceiver()) {
            receiver.faults(FaultPlan.share(server.faults(), server.seed(), FAULTS));
            receiver.keepNothing();
            receiver.onExport(export -> {
                exports.increment();
                spans.add(export.spans().size());
                lines.print(export.json() + "\n");
                lines.flush();
            });
            server.start((address, port) -> receiver.start(address, port, grpcPort));
            context.say("export OTEL_EXPORTER_OTLP_ENDPOINT=%s".formatted(receiver.httpUrl()));
            context.say("receiving at %s and, by gRPC, at %s, until Ctrl-C"
                    .formatted(receiver.httpUrl(), receiver.grpcUrl()));
            FakeServerOptions.awaitInterruption(context);
            context.say("%d spans came in %d requests".formatted(spans.sum(), exports.sum()));
        }
        return ExitCode.OK.code();
    }

    private PrintWriter lines() throws IOException {
        if (file == null) {
            return CommandContext.writer(context.out());
        }
        Path target = context.workingFolder().resolve(file);
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw CliException.usage("--file: %s is not a folder".formatted(folder));
        }
        return new PrintWriter(Files.newBufferedWriter(
                target, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }
}
