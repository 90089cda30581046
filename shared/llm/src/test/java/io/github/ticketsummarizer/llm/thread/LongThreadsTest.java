package io.github.ticketsummarizer.llm.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.PromptedClients;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.answer.SynthesisAnswer;
import io.github.ticketsummarizer.llm.answer.SynthesisReader;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.cost.PriceList;
import io.github.ticketsummarizer.llm.offline.OfflineClient;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.llm.prompt.PromptLibrary;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long threads by a provider's own library, against a stand-in. */
class LongThreadsTest {
    private static final AnalysisConfig CONFIG = ConfigFiles.bundled().load();

    private final FakeLlm fake = new FakeLlm(Duration.ZERO);
    private final CallAccount account = new CallAccount();

    @BeforeEach
    void start() throws IOException {
        fake.start(0);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void aThreadThatFitsIsReadWholeWithoutACall() throws Exception {
        Ticket ticket = ticket(3, 40);

        assertThat(threads(60).read(ticket, request("openai"), account)).isEqualTo(new ThreadInput(ticket));
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void theOfflineAnalystReadsAThreadOfAnyLengthWhole() throws Exception {
        Ticket ticket = ticket(2_000, 400);

        assertThat(threads(1).read(ticket, request("offline"), account)).isEqualTo(new ThreadInput(ticket));
    }

    @Test
    void theMiddleOfALongThreadIsCondensedAndTheSynthesisReadsItsNotes() throws Exception {
        Ticket ticket = ticket(200, 300);

        ThreadInput thread = threads(60).read(ticket, request("openai"), account);
        SynthesisAnswer answer = clients()
                .ask(
                        LlmTask.SYNTHESIS,
                        request("openai"),
                        thread,
                        said -> new SynthesisReader(CONFIG.guide()).read(said, ticket),
                        account);

        CondensedThread condensed = thread.condensed();
        assertThat(condensed).isNotNull();
        assertThat(condensed.first()).isGreaterThan(1);
        assertThat(condensed.last()).isBetween(condensed.first() + 100, 199);
        assertThat(condensed.notes())
                .isNotEmpty()
                .allSatisfy(note ->
                        assertThat(condensed.covers(note.commentNumber())).isTrue());
        assertThat(answer.synthesis().summary()).isNotBlank();
        assertThat(account.calls())
                .extracting(ModelCall::task)
                .hasSize(condensed.chunks() + 1)
                .endsWith("synthesis")
                .containsOnlyOnce("synthesis")
                .contains("condensation");
        assertThat(fake.log().count()).isEqualTo(account.calls().size());
        String asked = fake.log().exchanges().getLast().request().body();
        assertThat(asked)
                .contains("comment 1 of 200")
                .contains("comment %d to %d of 200 | condensed".formatted(condensed.first(), condensed.last()))
                .contains("comment 200 of 200")
                .doesNotContain("comment %d of 200".formatted(condensed.first()));
    }

    @Test
    void aCallForNotesThatFailsIsTheFailureAndTheNextAttemptAsksForTheRestOnly() throws Exception {
        Ticket ticket = ticket(200, 300);
        LongThreads threads = threads(60);
        fake.misbehave(LlmFault.OVERLOADED);

        LlmException failed =
                catchThrowableOfType(LlmException.class, () -> threads.read(ticket, request("openai"), account));
        int answered = account.calls().size();
        CondensedThread condensed =
                threads.read(ticket, request("openai"), account).condensed();

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_UNAVAILABLE);
        assertThat(failed.failure().retryable()).isTrue();
        assertThat(answered).isPositive();
        assertThat(condensed).isNotNull();
        assertThat(account.calls()).hasSize(condensed.chunks());
        assertThat(fake.log().count()).isEqualTo(condensed.chunks() + 1);
    }

    @Test
    void aThreadThatWouldTakeTooManyCallsFailsBeforeTheFirstAndSaysTheWayOut() {
        LlmException failed = catchThrowableOfType(
                LlmException.class, () -> threads(2).read(ticket(200, 300), request("openai"), account));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_BAD_REQUEST);
        assertThat(failed.failure().retryable()).isFalse();
        assertThat(failed)
                .hasMessageContaining("200 comments")
                .hasMessageContaining("CONDENSATION_MAX_CALLS allows 2")
                .hasMessageContaining("Raise OPENAI_REQUEST_MAX_TOKENS");
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void notesThatAreLostAgainAndAgainEndTheTicket() {
        CallAccount spent = new CallAccount();
        IntStream.range(0, 120)
                .forEach(i -> spent.add(
                        new ModelCall("condensation", "openai", "m", 1, "r" + i, 1L, null, 1L, null, null, 1)));

        LlmException failed = catchThrowableOfType(
                LlmException.class, () -> threads(60).read(ticket(200, 300), request("openai"), spent));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_BAD_REQUEST);
        assertThat(failed).hasMessageContaining("twice CONDENSATION_MAX_CALLS");
        assertThat(fake.log().count()).isZero();
    }

    @Test
    void aTicketWhoseDescriptionAloneIsTooLongIsNamed() {
        Ticket ticket = new Ticket(
                new TicketHeader("1", "s", "word ".repeat(20_000), "u", "open", null, null, 0, CustomFields.NONE),
                List.of());

        LlmException failed =
                catchThrowableOfType(LlmException.class, () -> threads(60).read(ticket, request("openai"), account));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.LLM_BAD_REQUEST);
        assertThat(failed).hasMessageContaining("leaves no room");
    }

    private LongThreads threads(int maxCalls) {
        return new LongThreads(clients(), new CondensationSettings(maxCalls));
    }

    private LlmClients clients() {
        Map<String, String> values = new HashMap<>(fake.settings().get("openai"));
        values.put("OPENAI_REQUEST_MAX_TOKENS", "8000");
        PromptBuilder prompts = new PromptBuilder(new PromptLibrary(ConfigFolder.bundled(), CONFIG), CONFIG);
        return new LlmClients(
                new OfflineClient(CONFIG),
                new PromptedClients(new ChatModels(new Settings(values)), prompts, new PriceList(List.of())));
    }

    private static TicketRequest request(String provider) {
        return new TicketRequest(
                "run:1:1", "1", "1", "run", AnalysisType.BOTH, provider, PromptVersions.DEFAULT, Instant.EPOCH);
    }

    private static Ticket ticket(int count, int characters) {
        List<Comment> comments = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Comment(
                        "c" + number,
                        "7",
                        "Ana",
                        null,
                        "In comment %d the tip is still not shown on the page. "
                                .formatted(number)
                                .repeat(characters / 50),
                        true,
                        List.of()))
                .toList();
        return new Ticket(
                new TicketHeader("1", "Tip gone", "d", "u", "open", null, null, count, CustomFields.NONE), comments);
    }
}
