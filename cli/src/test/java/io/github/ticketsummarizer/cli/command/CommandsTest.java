package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.LlmProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered without any Kafka: help, and everything that is refused before a run begins. */
class CommandsTest {
    private static final String RUN_ID = "01938ab4-5000-7000-8000-000000000001";

    @TempDir
    Path folder;

    @BeforeEach
    void writeInput() throws IOException {
        Files.writeString(folder.resolve("in.csv"), "Zendesk Tickets ID\n78788\n");
    }

    static Stream<Arguments> wrongUses() {
        return Stream.of(
                use("unknown command", "ticket-summarizer: Unmatched argument at index 0: 'bogus'", "bogus"),
                use(
                        "unknown flag",
                        "ticket-summarizer run: Unknown option: '--inptu=x'; did you mean --input?",
                        "run --inptu=x"),
                use(
                        "unknown analysis",
                        "ticket-summarizer run: Invalid value for option '--analysis-type': unknown analysis type"
                                + " 'all'; known: pod, diagnostics, both",
                        "run --analysis-type all"),
                use(
                        "unknown zone",
                        "ticket-summarizer run: Invalid value for option '--timezone': there is no time zone 'Mars';"
                                + " use a name such as Asia/Kolkata, or UTC",
                        "run --timezone Mars"),
                use(
                        "unknown service",
                        "ticket-summarizer service: Invalid value for positional parameter at index 0 (NAME): unknown"
                                + " service 'merger'; known: fetcher, synthesis, pod, diagnostics, aggregator",
                        "service merger"),
                use("no service", "ticket-summarizer service: Missing required parameter: 'NAME'", "service"),
                use("no subcommand", "ticket-summarizer topics: Missing required subcommand", "topics"),
                use("no run id", "ticket-summarizer watch: Missing required parameter: 'RUN_ID'", "watch"));
    }

    private static Arguments use(String what, String message, String arguments) {
        return Arguments.argumentSet(what, message, List.of(arguments.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("wrongUses")
    void wrongUseIsNamedWithTheWayToTheHelp(String message, List<String> arguments) {
        CommandRunner.Result result = run(arguments);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .hasSize(2)
                .startsWith(message)
                .last()
                .asString()
                .matches("See .* --help");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "nothing asked for",
                        2,
                        "--input FILE and --analysis-type pod|diagnostics|both are needed, or --resume RUN_ID; see"
                                + " ticket-summarizer run --help",
                        "run --input IN"),
                refusal(
                        "no such file",
                        2,
                        "gone.csv: no such file; --input takes a CSV file with the header 'Serial No,Ticket ID' or"
                                + " 'Zendesk Tickets ID'",
                        "run --input gone.csv --analysis-type pod"),
                refusal(
                        "unknown provider",
                        2,
                        "--model-provider: unknown model provider 'gpt'; known: " + LlmProvider.knownNames(),
                        "run --input IN --analysis-type pod --model-provider gpt"),
                refusal(
                        "provider without a key",
                        3,
                        "the model provider 'gemini' is not configured: set GEMINI_API_KEY, or use --model-provider"
                                + " offline, which needs no key",
                        "run --input IN --analysis-type pod"),
                refusal(
                        "unknown version of a prompt",
                        2,
                        "--prompt-version: there is no version 7 of the prompt for categorization in the bundled"
                                + " configuration; there are: 1",
                        "run --input IN --analysis-type pod --model-provider offline --prompt-version"
                                + " synthesis=1,categorization=7"),
                refusal(
                        "version of a prompt below one",
                        2,
                        "--prompt-version: prompt version of synthesis is 0; versions are whole numbers from 1",
                        "submit 78788 --model-provider offline --prompt-version synthesis=0"),
                refusal(
                        "no tickets there",
                        2,
                        "--tickets: gone is not there or cannot be read; it takes a JSON file, a JSON Lines file or a"
                                + " folder of JSON files",
                        "run --input IN --analysis-type pod --tickets gone"),
                refusal(
                        "limit",
                        2,
                        "--limit: 0 is not a whole number from 1",
                        "run --input IN --analysis-type pod --limit 0"),
                refusal(
                        "resume with something new",
                        2,
                        "--resume goes on with the run as it was asked for; leave out --input, --limit",
                        "run --resume " + RUN_ID + " --limit 3 --input IN"),
                refusal(
                        "resume of nothing",
                        2,
                        "no run " + RUN_ID + " in DATA; if it was started with --data, give the same --data",
                        "run --resume " + RUN_ID),
                refusal(
                        "run id that is none",
                        2,
                        "'x' is not a run id; one looks like 01938ab4-5000-7000-8000-000000000001",
                        "watch x"),
                refusal("ids and a file", 2, "give ticket ids or --input, not both", "submit --input IN 78788"),
                refusal(
                        "no id at all",
                        2,
                        "no ticket id: give ids as arguments, on standard input, or a file with --input",
                        "submit"),
                refusal("limit without a file", 2, "--limit goes with --input", "submit --limit 3 78788"),
                refusal(
                        "no partition",
                        2,
                        "--partitions: 0 is not a whole number from 1",
                        "topics create --partitions 0"),
                refusal(
                        "two queries",
                        2,
                        "give --search or --updated-since, not both",
                        "submit --search a --updated-since 2026-01-01"),
                refusal(
                        "a query and ids",
                        2,
                        "Zendesk finds the tickets; leave out ids, --input and --limit",
                        "submit --search a 78788"),
                refusal(
                        "no time",
                        2,
                        "--updated-since: 'yesterday' is not a date such as 2026-11-01, or a time such as"
                                + " 2026-11-01T08:00:00Z",
                        "submit --updated-since yesterday"),
                refusal(
                        "a time to come",
                        2,
                        "--updated-since: 2100-01-01 must be a minute ago at least",
                        "submit --updated-since 2100-01-01"),
                refusal(
                        "a query to go on with",
                        2,
                        "--resume goes on with the run as it was asked for; leave out --search",
                        "submit --search a --resume " + RUN_ID),
                refusal("port", 2, "--port: 65536 is not from 0 to 65535", "fake-zendesk --port 65536"),
                refusal("share of faults", 2, "--faults: 1.5 is not from 0 to 1", "fake-zendesk --faults 1.5"),
                refusal(
                        "two kinds of tickets",
                        2,
                        "give --tickets or --made-up, not both",
                        "fake-zendesk --tickets a --made-up 3"),
                refusal(
                        "no made-up ticket",
                        2,
                        "--made-up: 0 is not a whole number from 1",
                        "fake-zendesk --made-up 0"));
    }

    private static Arguments refusal(String what, int exitCode, String message, String arguments) {
        return Arguments.argumentSet(what, exitCode, message, List.of(arguments.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeDoneIsOneLineThatNamesTheWayOut(int exitCode, String message, List<String> arguments) {
        CommandRunner.Result result = run(arguments);

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .containsExactly("ticket-summarizer: " + message.replace("DATA", data().toString()));
    }

    @Test
    void ticketsFromFilesAndAClusterExcludeEachOther() {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092")
                .run("run", "--input", input(), "--analysis-type", "pod", "--tickets", folder.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualToIgnoringNewLines("ticket-summarizer: --tickets is for services that are started here, but"
                        + " KAFKA_BOOTSTRAP_SERVERS=kafka.example:9092 says that they run elsewhere; leave one of the"
                        + " two out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "submit"})
    void aClusterThatDoesNotAnswerIsNamedWithinSeconds(String command) {
        long start = System.nanoTime();
        CommandRunner.Result result = new CommandRunner(folder)
                .with("KAFKA_BOOTSTRAP_SERVERS", "localhost:1")
                .run(command, "--input", input(), "--analysis-type", "pod", "--model-provider", "offline");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("cannot reach Kafka at localhost:1").contains("KAFKA_BOOTSTRAP_SERVERS");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(data().resolve("runs"))
                .satisfiesAnyOf(
                        runs -> assertThat(runs).doesNotExist(),
                        runs -> assertThat(runs).isEmptyDirectory());
    }

    @Test
    void aHostWithoutAnAddressIsNamed() {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("KAFKA_BOOTSTRAP_SERVERS", "no-such-host.invalid:9092")
                .run("submit", "--model-provider", "offline", "78788");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("cannot reach Kafka at no-such-host.invalid:9092");
    }

    @Test
    void everyWrongSettingIsListedBeforeAnythingIsStarted() {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("KAFKA_BOOTSTRAP_SERVERS", "localhost:1")
                .with("KAFKA_ACKS", "1")
                .with("TICKET_SUMMARIZER_LOG_LEVEL", "LOUD")
                .with("TICKET_SUMMARIZER_COLOUR", "red")
                .run("submit", "--model-provider", "offline", "78788");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly(
                        "ticket-summarizer: TICKET_SUMMARIZER_COLOUR: there is no such setting",
                        "TICKET_SUMMARIZER_LOG_LEVEL: unknown level 'LOUD'; known: ERROR, WARN, INFO, DEBUG, TRACE",
                        "KAFKA_ACKS: cannot be set: exactly-once processing rests on acks");
    }

    @Test
    void wrongSettingsOfTheServicesAreListedOnceAndNoRunIsKept() {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("IN_FLIGHT", "many")
                .with("TICKET_SUMMARIZER_COLOUR", "red")
                .run(
                        "run",
                        "--input",
                        input(),
                        "--analysis-type",
                        "pod",
                        "--model-provider",
                        "offline",
                        "--tickets",
                        folder.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly(
                        "ticket-summarizer: TICKET_SUMMARIZER_COLOUR: there is no such setting",
                        "IN_FLIGHT: 'many' is not a whole number from 1 to 10000");
        assertThat(data().resolve("runs")).isEmptyDirectory();
    }

    @Test
    void noCommandAtAllShowsTheHelp() {
        CommandRunner.Result result = run(List.of());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("Usage: ticket-summarizer").contains("demo", "completion", "130");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "run --help",
                "evaluate --help",
                "up --help",
                "submit --help",
                "watch --help",
                "service --help",
                "topics --help",
                "topics create --help",
                "fake-zendesk --help",
                "config --help",
                "config check --help",
                "completion --help"
            })
    void helpGoesToStandardOutput(String arguments) {
        CommandRunner.Result result = run(List.of(arguments.split(" ")));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("Usage: ticket-summarizer");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void theVersionNamesTheCommit() {
        CommandRunner.Result result = run(List.of("--version"));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).matches("ticket-summarizer \\d\\S* \\(commit \\S+\\)\\R");
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        CommandRunner.Result result = run(List.of("completion"));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("--analysis-type", "\"offline\"", "\"aggregator\"");
    }

    private CommandRunner.Result run(List<String> arguments) {
        return new CommandRunner(folder)
                .run(arguments.stream()
                        .map(argument -> argument.equals("IN") ? input() : argument)
                        .toArray(String[]::new));
    }

    private String input() {
        return folder.resolve("in.csv").toString();
    }

    private Path data() {
        return folder.resolve("state/ticket-summarizer");
    }
}
