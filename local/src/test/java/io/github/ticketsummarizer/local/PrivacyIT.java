package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.fakes.otlp.ReceivedSpan;
import io.github.ticketsummarizer.llm.Analysis;
import io.github.ticketsummarizer.llm.LlmClient;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.thread.CondensationSettings;
import io.github.ticketsummarizer.llm.thread.LongThreads;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.telemetry.redaction.Redactor;
import io.github.ticketsummarizer.telemetry.span.TicketPeople;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.testing.LogCapture;
import io.github.ticketsummarizer.testing.PlantedValue;
import io.github.ticketsummarizer.testing.PlantedValue.Kind;
import io.github.ticketsummarizer.testing.TopicReader;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All sample tickets through everything at once: the hostile ones read by the offline analyst, the others by a model that
 * repeats what personal data it sees; those with secrets also by one that does so in an answer that is none, by a provider
 * whose error quotes the prompt, and by an adapter with a defect, whose exception quotes the ticket. Then the tests look for
 * the data in what left the process.
 */
class PrivacyIT {
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** In every text of every hostile ticket. */
    private static final String MARKER = "kestrel9";
    /** The hostile ticket that quotes a mail many times over, and its address with it. */
    private static final String QUOTED_MAILS = "900026";

    private static final String QUOTED_BY_PARSER = "999001";

    private static final LlmProvider DEFECT = LlmProvider.ANTHROPIC;

    /** Answers' texts, which a model is free to write. */
    private static final Set<String> FREE_TEXTS = Set.of(
            "issue_reported",
            "root_cause",
            "summary",
            "resolution",
            "note",
            "reasoning",
            "confidence_reason",
            "triage_reasoning",
            "fix_reasoning",
            "overall_reasoning");

    @TempDir
    static Path folder;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static List<PlantedValue> values;
    private static PlantedData planted;
    private static List<String> samples;
    private static List<String> hostile;
    private static OtlpReceiver platform;
    private static FakeLlm llm;
    private static List<TicketReport> reports;
    private static List<ConsumerRecord<String, byte[]>> deadLetters;
    private static List<String> logged;

    @BeforeAll
    static void runEverything() throws Exception {
        values = new ArrayList<>(PlantedValue.read(SAMPLES.resolve("planted-personal-data.json"), new Json()));
        values.add(new PlantedValue(QUOTED_MAILS, Kind.EMAIL, "ines@okafor.example.com", "comment 1", List.of()));
        planted = new PlantedData(values);
        samples = copy("tickets");
        hostile = copy("hostile");
        writeWhatParsersQuote();
        platform = new OtlpReceiver();
        platform.start(0, 0);
        llm = new FakeLlm(Duration.ZERO);
        llm.start(0);
        try (LogCapture log = new LogCapture();
                EmbeddedPipeline pipeline = new EmbeddedPipeline(
                        folder.resolve("data"), 0, new Settings(settings()), PrivacyIT::withDefect)) {
            pipeline.start();
            process(pipeline);
            logged = log.lines();
        }
    }

    private static List<String> copy(String name) throws IOException {
        Path tickets = Files.createDirectories(folder.resolve("tickets"));
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(SAMPLES.resolve(name), "*.json")) {
            for (Path file : files) {
                String fileName = file.getFileName().toString();
                Files.copy(file, tickets.resolve(fileName));
                ids.add(fileName.replace(".json", ""));
            }
        }
        return ids.stream().sorted().toList();
    }

    /** A ticket that is no JSON where a secret stands, which the parser's exception then quotes. */
    private static void writeWhatParsersQuote() throws IOException {
        String secret = values.stream()
                .filter(value -> value.kind() == Kind.TOKEN)
                .map(PlantedValue::value)
                .filter(SourceVersion::isIdentifier)
                .findFirst()
                .orElseThrow();
        Files.writeString(
                folder.resolve("tickets").resolve(QUOTED_BY_PARSER + ".json"),
                "{\"ticket\": {\"id\": %s, \"subject\": %s}}".formatted(QUOTED_BY_PARSER, secret));
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(llm.settings().get("openai"));
        settings.putAll(Map.of(
                "TICKET_SOURCE",
                "file",
                "TICKET_PATH",
                folder.resolve("tickets").toString(),
                "RETRY_BACKOFF",
                "10ms",
                "PHOENIX_OTLP_ENDPOINT",
                platform.httpUrl().toString()));
        return settings;
    }

    /** The analyses as they are, but for one provider, whose adapter throws what it should read. */
    private static Analysis withDefect(Settings settings, Tracing tracing) {
        Analysis sound = Analysis.from(settings, tracing);
        LlmClient defect = request -> {
            throw new IllegalStateException("cannot read " + request);
        };
        LlmClients clients = new LlmClients(
                request -> sound.clients().client("offline").call(request),
                provider -> provider == DEFECT ? defect : sound.clients().client(provider.wireName()));
        return new Analysis(
                sound.config(), clients, sound.costs(), new LongThreads(clients, CondensationSettings.from(settings)));
    }

    private static void process(EmbeddedPipeline pipeline) {
        String servers = pipeline.kafkaSettings().bootstrapServers();
        try (Submissions submissions = new Submissions(pipeline.kafkaSettings(), pipeline.topics());
                TopicReader<TicketReport> merged =
                        new TopicReader<>(servers, pipeline.topics().merged());
                TopicReader<byte[]> letters =
                        new TopicReader<>(servers, pipeline.topics().deadLetters())) {
            int all = 0;
            all += submit(submissions, "offline", hostile, List.of(QUOTED_BY_PARSER));
            List<String> wrongColumn = addresses();
            wrongColumn.forEach(
                    address -> submissions.raw(pipeline.topics().ticketIds().name(), null, address));
            all += wrongColumn.size();
            all += submit(submissions, DEFECT.wireName(), withSecrets());
            int poison = poison(submissions, pipeline);
            llm.revise(PrivacyIT::repeating);
            all += submit(submissions, "openai", samples, List.of(QUOTED_MAILS));
            await(merged, all);
            llm.revise((prompt, answer) -> "I cannot help with: " + String.join(", ", planted.in(prompt)));
            all += submit(submissions, "openai", withSecrets());
            await(merged, all);
            llm.misbehave(1, 1, List.of(LlmFault.ECHO));
            all += submit(submissions, "openai", withSecrets());
            await(merged, all);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> letters.records().size() >= poison);
            reports = merged.values();
            deadLetters = letters.records();
        }
    }

    @SafeVarargs
    private static int submit(Submissions submissions, String provider, List<String>... lists) {
        int count = 0;
        for (List<String> ids : lists) {
            submissions.tickets(UUID.randomUUID().toString(), AnalysisType.BOTH, provider, ids);
            count += ids.size();
        }
        return count;
    }

    private static void await(TopicReader<TicketReport> merged, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> merged.values().size() >= count);
    }

    /** What somebody submits who took the wrong column. */
    private static List<String> addresses() {
        return values.stream()
                .filter(value -> value.kind() == Kind.EMAIL || value.kind() == Kind.PHONE)
                .map(PlantedValue::value)
                .distinct()
                .limit(10)
                .toList();
    }

    private static List<String> withSecrets() {
        return values.stream()
                .filter(value -> value.kind() == Kind.TOKEN || value.kind() == Kind.CARD || value.kind() == Kind.IBAN)
                .map(PlantedValue::ticketId)
                .distinct()
                .toList();
    }

    /** Records that nobody can read, full of personal data, on every topic that somebody reads. */
    private static int poison(Submissions submissions, EmbeddedPipeline pipeline) {
        String data = values.stream().map(PlantedValue::value).distinct().collect(Collectors.joining("\", \""));
        List<String> read = List.of("raw-tickets", "synthesized", "pod-results", "diag-results", "ticket-failures");
        read.forEach(topic -> submissions.raw(topic, "poison", "{\"request\": [\"%s\"".formatted(data)));
        return read.size();
    }

    /** A plausible answer with all of the data that the prompt has in each text that the model is free to write. */
    private static String repeating(String prompt, String answer) {
        try {
            JsonNode json = JSON.readTree(answer);
            addTo(json, String.join(", ", planted.in(prompt)));
            return json.toString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void addTo(JsonNode json, String data) {
        json.forEach(child -> addTo(child, data));
        if (json instanceof ObjectNode object) {
            FREE_TEXTS.stream()
                    .filter(name -> object.path(name).isTextual())
                    .forEach(name -> object.put(
                            name, "%s; I saw %s.".formatted(object.get(name).asText(), data)));
        }
    }

    @AfterAll
    static void stop() {
        llm.close();
        platform.close();
    }

    @Test
    void everythingWasProcessed() {
        assertThat(reports)
                .filteredOn(report -> report.request().modelProvider().equals("openai"))
                .filteredOn(report -> report.reportStatus() == ReportStatus.SUCCESS)
                .hasSizeGreaterThan(samples.size());
        assertThat(reports)
                .flatExtracting(TicketReport::errors)
                .extracting(error -> error.errorType())
                .contains(
                        ErrorType.INTERNAL,
                        ErrorType.INVALID_TICKET_ID,
                        ErrorType.ZENDESK_BAD_ANSWER,
                        ErrorType.LLM_INVALID_ANSWER,
                        ErrorType.LLM_BAD_REQUEST);
    }

    @Test
    void noByteThatIsExportedHasPersonalData() {
        Set<String> found = new TreeSet<>();
        platform.httpLog()
                .exchanges()
                .forEach(exchange ->
                        found.addAll(planted.in(exchange.request().bytes().toByteArray())));
        assertThat(found).isSubsetOf(namesThatNothingTells());
    }

    @Test
    void everySpanIsThere() {
        assertThat(platform.spans()).extracting(ReceivedSpan::name).contains("process_ticket", "chat gpt-4.1-mini");
        assertThat(platform.spans()).filteredOn(ReceivedSpan::isRoot).hasSize(reports.size());
    }

    @Test
    void noLineOfTheLogHas() {
        assertThat(planted.in(String.join("\n", logged))).isEmpty();
        assertThat(logged).noneMatch(line -> line.contains(MARKER));
    }

    @Test
    void noHeaderOfADeadLetterHas() {
        assertThat(deadLetters)
                .isNotEmpty()
                .allSatisfy(letter -> letter.headers().forEach(header -> {
                    assertThat(planted.in(header.value())).as(header.key()).isEmpty();
                }));
    }

    @Test
    void noMessageOfAnErrorHasButThatWhichQuotesAWrongId() {
        assertThat(reports)
                .flatExtracting(TicketReport::errors)
                .filteredOn(error -> error.errorType() != ErrorType.INVALID_TICKET_ID)
                .allSatisfy(error -> assertThat(planted.in(error.message())).isEmpty());
    }

    /** Names that stand in running text alone; docs/privacy.md tells of them. */
    private static Set<String> namesThatNothingTells() {
        FileTicketSource source = new FileTicketSource(SAMPLES.resolve("tickets"), TicketMappingSettings.DEFAULT);
        Set<String> names = new TreeSet<>();
        try {
            source.fetch(samples).values().forEach(result -> {
                var ticket = ((FetchResult.Found) result).ticket();
                Redactor redactor = new Redactor(TicketPeople.of(ticket));
                names.addAll(planted.in(redactor.redact(ticket.header().subject())));
                names.addAll(planted.in(redactor.redact(ticket.header().description())));
                ticket.comments().forEach(comment -> names.addAll(planted.in(redactor.redact(comment.body()))));
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }
}
