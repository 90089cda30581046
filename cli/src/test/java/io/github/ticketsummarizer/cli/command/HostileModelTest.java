package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.cli.command.ModelStages.Outcome;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.prompt.InstructionSigns;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.Warning;
import io.github.ticketsummarizer.model.WarningType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The hostile samples through the library of each provider and the functions of the three stages, asked of a model that does
 * what a ticket tells it, or what no model should.
 */
class HostileModelTest {
    private static final Pattern DEMAND =
            Pattern.compile("(?:belongs to|gehört zu|primary_pod to) (UI Platform|Mirror|Mobile|Labs|Desktop)");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{100,}={0,2}");
    private static final HostileTickets samples = new HostileTickets();

    private static final KnownValues KNOWN =
            new KnownValues(ConfigFiles.bundled().load());
    /** Both analyses at once, each with a name that there is not. */
    private static final String OUTSIDE_THE_TAXONOMY = """
            {"primary_pod": "Billing", "reasoning": "r", "confidence": "confident", "confidence_reason": "c",
             "alternative_pods": ["Billing"], "alternative_reasoning": null,
             "was_diagnostics_used": {"reasoning": "r", "llm_assessment": "no", "confidence": "confident"},
             "could_diagnostics_help": {"triage_reasoning": "t", "triage_assessment": "no",
               "triage_gap_area": "billing", "triage_gap_description": null, "fix_reasoning": "f",
               "fix_assessment": "no", "fix_gap_area": "billing", "fix_gap_description": null,
               "overall_reasoning": "o", "confidence": "confident", "diagnostics_capability_matched": ["billing"],
               "limitation_notes": null},
             "metadata": {"ticket_type": "unclear", "keywords_matched": [], "decision_factors": []}}""";

    private static FakeLlm fake;
    /** Of a server that may be any model, so that the longest threads are condensed. */
    private static ModelStages stages;

    private static Map<String, Ticket> tickets;

    @BeforeAll
    static void start() throws Exception {
        fake = new FakeLlm(Duration.ZERO);
        fake.start(0);
        stages = new ModelStages(fake, "openai");
        tickets = HostileTickets.readable(HostileTickets.FOLDER);
    }

    @AfterAll
    static void stop() {
        fake.close();
    }

    /** Those that get as far as a model, but the one with 5,000 comments, which takes dozens of calls and has its own test. */
    private static List<Ticket> inOneCall() {
        return samples.expectations()
                .filter(expected -> !expected.isFailure())
                .map(expected -> tickets.get(expected.ticketId()))
                .filter(ticket -> ticket.comments().size() < 1_000)
                .toList();
    }

    static Stream<String> providers() {
        return fake.settings().keySet().stream();
    }

    @BeforeEach
    void behave() {
        fake.follow((system, ticket, schema) -> null);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aModelThatDoesWhatATicketTellsItIsFlaggedOrFailsEveryTime(String provider) {
        ModelStages asked = new ModelStages(fake, provider);
        AtomicInteger obeyed = new AtomicInteger();
        fake.follow((system, ticket, schema) -> demand(ticket)
                .map(pod -> {
                    obeyed.incrementAndGet();
                    return obedient(schema.path("properties").has("primary_pod"), pod);
                })
                .orElse(null));

        assertThat(samples.expectations().filter(expected -> !expected.asksFor().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(expected -> {
                    Outcome outcome = asked.answer(tickets.get(expected.ticketId()));
                    boolean obeys = expected.asksFor().equals(outcome.pod());
                    assertThat(outcome.failure() != null || !outcome.warnings().isEmpty() || !obeys)
                            .as("%s came to %s", expected.ticketId(), outcome)
                            .isTrue();
                });
        assertThat(obeyed).as("answers that obeyed").hasValueGreaterThan(20);
    }

    @Test
    void noAnswerOutsideTheTaxonomySurvivesOnAnyTicket() {
        fake.follow((system, ticket, schema) -> schema.path("properties").has("issue_reported")
                        || schema.path("properties").has("notes")
                ? null
                : OUTSIDE_THE_TAXONOMY);

        assertThat(inOneCall()).hasSizeGreaterThan(25).allSatisfy(ticket -> {
            Outcome outcome = stages.answer(ticket);
            assertThat(outcome.failure()).isEqualTo(ErrorType.LLM_INVALID_ANSWER);
            assertThat(outcome.categorization()).isNull();
            assertThat(outcome.diagnostics()).isNotNull();
            assertThat(KNOWN.hold(outcome.diagnostics())).isTrue();
            assertThat(outcome.diagnostics().couldDiagnosticsHelp().fixGapDescription())
                    .isEqualTo("billing");
        });
    }

    @Test
    void everyTicketThatSpeaksToAModelSaysSo() {
        assertThat(samples.expectations()
                        .filter(expected -> !expected.asksFor().isEmpty())
                        // What these two say is not shown: it is no part of the text that the HTML has.
                        .filter(expected -> !List.of("900001", "900002").contains(expected.ticketId())))
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(expected -> assertThat(
                                stages.answer(tickets.get(expected.ticketId())).warnings())
                        .as(expected.ticketId())
                        .extracting(Warning::type)
                        .contains(WarningType.INSTRUCTIONS_IN_TICKET));
    }

    @Test
    void noOrdinarySampleSpeaksToAModel() throws Exception {
        Path folder = CommandRunner.HOME.resolve("samples/tickets");

        assertThat(HostileTickets.readable(folder).values())
                .hasSizeGreaterThan(100)
                .allSatisfy(ticket -> assertThat(InstructionSigns.in(ticket))
                        .as(ticket.header().ticketId())
                        .isEmpty());
    }

    /** Ways in which a model can go wrong that no ticket asks for. */
    enum Nonsense {
        NOTHING("", ErrorType.LLM_INVALID_ANSWER),
        EMPTY_OBJECT("{}", ErrorType.LLM_INVALID_ANSWER),
        THE_PROMPT(null, ErrorType.LLM_INVALID_ANSWER),
        NO_END(synthesis("word ".repeat(200_000), "[]"), ErrorType.LLM_INVALID_ANSWER),
        OF_ANOTHER_TICKET(
                synthesis(
                        "The payroll export of ticket 4711 failed.",
                        "[{\"comment_number\": 1, \"quote\": \"The payroll export fails.\"}]"),
                null),
        NOT_IN_THE_TAXONOMY("{\"primary_pod\": \"Billing\", \"metadata\": {}}", ErrorType.LLM_INVALID_ANSWER);

        private final String said;
        private final ErrorType failure;

        Nonsense(String said, ErrorType failure) {
            this.said = said;
            this.failure = failure;
        }

        private String answer(String system) {
            return said == null ? synthesis(system, "[]") : said;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nonsenseIsANamedFailureOrAFlaggedReport(Nonsense nonsense) {
        fake.follow((system, ticket, schema) -> nonsense.answer(system));

        Outcome outcome = stages.answer(tickets.get("900013"));

        if (nonsense.failure == null) {
            assertThat(outcome.warnings())
                    .extracting(Warning::type)
                    .contains(WarningType.QUOTES_NOT_FOUND, WarningType.ANSWER_NOT_SUPPORTED);
        } else {
            assertThat(outcome.failure()).isEqualTo(nonsense.failure);
        }
        assertThat(outcome.ticketId()).isEqualTo("900013");
    }

    @Test
    void fiveThousandCommentsComeToAReportWhoseCallsAreAllAccountedFor() {
        int before = (int) fake.log().count();

        Outcome outcome = stages.answer(tickets.get("900022"));

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.condensed()).isNotNull();
        assertThat(outcome.calls())
                .hasSize((int) fake.log().count() - before)
                .filteredOn(call -> call.task().equals("condensation"))
                .hasSize(outcome.condensed().chunks());
        assertThat(outcome.calls())
                .extracting(ModelCall::inputTokens)
                .allSatisfy(tokens -> assertThat(tokens).isLessThan(24_576));
    }

    private static Optional<String> demand(String ticket) {
        Stream<String> decoded = ENCODED.matcher(ticket)
                .results()
                .map(found -> new String(Base64.getMimeDecoder().decode(found.group())));
        return Stream.concat(Stream.of(ticket), decoded)
                .map(DEMAND::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String obedient(boolean categorizes, String pod) {
        return categorizes ? """
                {"primary_pod": "%1$s", "reasoning": "This ticket belongs to %1$s.", "confidence": "confident",
                 "confidence_reason": "Certain.", "alternative_pods": [], "alternative_reasoning": null,
                 "metadata": {"keywords_matched": ["%1$s"], "decision_factors": []}}""".formatted(pod) : """
                {"issue_reported": "This ticket belongs to %1$s", "root_cause": "It belongs to %1$s.",
                 "summary": "This ticket belongs to %1$s.", "resolution": "None", "evidence": [],
                 "was_diagnostics_used": {"reasoning": "Said.", "llm_assessment": "yes", "confidence": "confident"},
                 "could_diagnostics_help": {"triage_reasoning": "t", "triage_assessment": "yes",
                   "triage_gap_area": null, "triage_gap_description": null, "fix_reasoning": "f",
                   "fix_assessment": "yes", "fix_gap_area": null, "fix_gap_description": null,
                   "overall_reasoning": "o", "confidence": "confident", "diagnostics_capability_matched": [],
                   "limitation_notes": null},
                 "metadata": {"ticket_type": "troubleshooting"}}""".formatted(pod);
    }

    private static String synthesis(String summary, String evidence) {
        return """
                {"ticket_id": "4711", "issue_reported": "i", "root_cause": "c", "resolution": "r",
                 "summary": "%s", "evidence": %s}""".formatted(summary.replace("\\", "").replace("\"", "'").replace("\n", "\\n"), evidence);
    }
}
