package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.ChunkInput;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.TaskInput;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.llm.prompt.PromptLibrary;
import io.github.ticketsummarizer.llm.thread.Chunk;
import io.github.ticketsummarizer.llm.thread.CondensedThread;
import io.github.ticketsummarizer.llm.thread.Note;
import io.github.ticketsummarizer.model.Attachment;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every hostile sample in every version of every prompt. Each prompt is taken apart again by rules of this test's own, which
 * know nothing of how text is made safe.
 */
class HostilePromptTest {
    private static final AnalysisConfig CONFIG = ConfigFiles.bundled().load();
    private static final PromptLibrary LIBRARY = new PromptLibrary(ConfigFolder.bundled(), CONFIG);
    private static final PromptBuilder PROMPTS = new PromptBuilder(LIBRARY, CONFIG);

    private static final String DATA = "<<<ticket data>>>\n";
    private static final String END = "\n<<<end ticket data>>>\n";
    private static final Pattern THREE_BRACKETS = Pattern.compile("<{3,}|>{3,}");
    private static final Pattern MARK =
            Pattern.compile("^<<<((?:end )?[a-z ]+?(?: \\d+(?: of \\d+)?)?)(?: \\|.*)?>>>$");
    private static final String BRACKETS = "<>＜＞﹤﹥‹›«»〈〉⟨⟩《》⟪⟫≪≫⋘⋙˂˃❬❭❮❯❰❱ᐸᐳ⧼⧽⦑⦒";
    /** Marks that are never seen: the grapheme joiner and Mongolian's selectors. */
    private static final String UNSEEN_MARKS = "\u034F\u180B\u180C\u180D\u180F";
    /** More of a name no prompt shows. */
    private static final int NAME = 200;

    private static Map<String, Ticket> tickets;

    @BeforeAll
    static void read() throws Exception {
        tickets = HostileTickets.everyFile();
    }

    /** One version of a task's prompt. */
    record Version(LlmTask task, int number) {}

    static Stream<Version> versions() {
        return Arrays.stream(LlmTask.values())
                .flatMap(task -> LIBRARY.versions(task).stream().map(number -> new Version(task, number)));
    }

    @Test
    void everyFileIsAskedAboutInEveryVersionOfEveryPrompt() {
        assertThat(tickets).hasSizeGreaterThanOrEqualTo(34);
        assertThat(versions().map(Version::task)).contains(LlmTask.values());
        assertThat(versions()).hasSizeGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void allTextOfATicketStandsBetweenTheMarksAndTheRestIsTheSameForEveryTicket(Version version) throws LlmException {
        Set<String> fixed = new HashSet<>();
        Set<String> ends = new HashSet<>();
        for (Map.Entry<String, Ticket> ticket : tickets.entrySet()) {
            Question question = question(version, ticket.getValue());
            ChatRequest asked = ask(version, question.input());
            String text = asked.turns().getLast().text();

            assertThat(text)
                    .as(ticket.getKey())
                    .startsWith(DATA)
                    .containsOnlyOnce(DATA)
                    .containsOnlyOnce(END);
            String data = text.substring(DATA.length(), text.indexOf(END) + 1);
            assertThat(marks(data)).as("marks of %s", ticket.getKey()).isEqualTo(question.marks());
            requireAll(question.texts(), kept(data), ticket.getKey());
            ends.add(text.substring(text.indexOf(END) + END.length()).replaceAll("\\d+", "N"));
            fixed.add(asked.system() + asked.schema().schema());
        }
        assertThat(ends).as("what follows the data").hasSize(1);
        assertThat(fixed).as("system part and schema, to the byte").hasSize(1);
    }

    @Test
    void notesThatRepeatATicketStayBetweenTheMarksToo() throws LlmException {
        for (Map.Entry<String, Ticket> ticket : tickets.entrySet()) {
            List<Comment> comments = withAComment(ticket.getValue()).comments();
            List<Note> notes = IntStream.rangeClosed(1, comments.size())
                    .mapToObj(number -> new Note(
                            number,
                            comments.get(number - 1).body(),
                            comments.get(number - 1).body()))
                    .toList();
            ThreadInput condensed =
                    new ThreadInput(withAComment(ticket.getValue()), new CondensedThread(1, comments.size(), 1, notes));
            String text = ask(new Version(LlmTask.SYNTHESIS, 2), condensed)
                    .turns()
                    .getLast()
                    .text();

            assertThat(text)
                    .as(ticket.getKey())
                    .startsWith(DATA)
                    .containsOnlyOnce(DATA)
                    .containsOnlyOnce(END);
            assertThat(marks(text.substring(DATA.length(), text.indexOf(END) + 1)))
                    .as(ticket.getKey())
                    .filteredOn(mark -> !mark.endsWith("description"))
                    .hasSize(2);
        }
    }

    /**
     * What is asked, and how it must look.
     *
     * @param marks between the first and the last, in order
     * @param texts of the ticket, in order
     */
    private record Question(TaskInput input, List<String> marks, List<String> texts) {}

    private static Question question(Version version, Ticket ticket) {
        return switch (version.task()) {
            case SYNTHESIS -> thread(version.task(), new ThreadInput(ticket), ticket);
            case CONDENSATION -> {
                Ticket whole = withAComment(ticket);
                List<Chunk.Piece> pieces = IntStream.rangeClosed(
                                1, whole.comments().size())
                        .mapToObj(number -> new Chunk.Piece(
                                number,
                                0,
                                whole.comments().get(number - 1).body().length()))
                        .toList();
                yield thread(version.task(), new ChunkInput(whole, new Chunk(pieces), 100), whole);
            }
            case CATEGORIZATION, DIAGNOSTICS -> analysis(version.task(), ticket);
        };
    }

    private static Question thread(LlmTask task, TaskInput input, Ticket ticket) {
        List<String> marks = new ArrayList<>();
        List<String> texts = header(task, ticket.header());
        List<Comment> comments = ticket.comments();
        String description = ticket.header().description();
        boolean isRepeated =
                !comments.isEmpty() && comments.getFirst().body().strip().equals(description.strip());
        if (task == LlmTask.SYNTHESIS && !isRepeated && !description.isBlank()) {
            marks.addAll(List.of("description", "end description"));
            texts.add(description);
        }
        for (int number = 1; number <= comments.size(); number++) {
            Comment comment = comments.get(number - 1);
            marks.add("comment %d of %d".formatted(number, comments.size()));
            marks.add("end comment %d".formatted(number));
            texts.add(name(comment.authorName() == null ? "" : comment.authorName()));
            texts.add(comment.body());
            comment.attachments().stream()
                    .map(Attachment::fileName)
                    .map(HostilePromptTest::name)
                    .forEach(texts::add);
        }
        return new Question(input, marks, texts);
    }

    /** As if the model had repeated the ticket in every field of the synthesis, and quoted every comment. */
    private static Question analysis(LlmTask task, Ticket ticket) {
        List<String> marks = new ArrayList<>();
        List<String> texts = header(task, ticket.header());
        String said = ticket.header().subject() + "\n" + ticket.header().description();
        texts.addAll(List.of(said, said, said, said));
        List<Evidence> evidence = new ArrayList<>();
        for (Comment comment : ticket.comments()) {
            evidence.add(new Evidence(evidence.size() + 1, comment.body()));
            marks.addAll(List.of("quote from comment " + evidence.size(), "end quote"));
            texts.add(comment.body());
        }
        return new Question(
                new AnalysisInput(ticket.header(), new Synthesis(said, said, said, said), evidence), marks, texts);
    }

    private static List<String> header(LlmTask task, TicketHeader header) {
        List<String> texts = new ArrayList<>(List.of(header.ticketId(), header.subject(), header.status()));
        if (task == LlmTask.DIAGNOSTICS) {
            texts.add(header.customFields().wasDiagnosticsUsed());
        }
        if (task != LlmTask.CONDENSATION) {
            texts.add(header.customFields().supportRootCause());
        }
        return texts;
    }

    /** Notes are taken of comments; what has none speaks by its description. */
    private static Ticket withAComment(Ticket ticket) {
        return ticket.comments().isEmpty()
                ? new Ticket(
                        ticket.header(),
                        List.of(new Comment(
                                "1", null, null, null, ticket.header().description(), true, List.of())))
                : ticket;
    }

    private static ChatRequest ask(Version version, TaskInput input) throws LlmException {
        return PROMPTS.build(new LlmRequest(version.task(), version.number(), input));
    }

    /** The names of all marks; what has three brackets in a row and is no mark alone on its line stands as it is. */
    private static List<String> marks(String data) {
        return data.lines()
                .filter(line -> THREE_BRACKETS.matcher(line).find())
                .map(line -> MARK.matcher(line)
                        .results()
                        .filter(mark -> THREE_BRACKETS.matcher(line).results().count() == 2)
                        .map(mark -> mark.group(1))
                        .findFirst()
                        .orElse(line))
                .toList();
    }

    private static void requireAll(List<String> texts, String data, String ticketId) {
        int at = 0;
        for (String text : texts) {
            String wanted = kept(text);
            int found = data.indexOf(wanted, at);
            assertThat(found).as("a text of %s from %d on", ticketId, at).isNotNegative();
            at = found + wanted.length();
        }
    }

    /** What may never be lost: all but brackets, blanks, and what is not seen. */
    private static String kept(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(HostilePromptTest::isSeen).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default ->
                (BRACKETS + UNSEEN_MARKS).indexOf(codePoint) < 0
                        && !Character.UnicodeBlock.VARIATION_SELECTORS.equals(Character.UnicodeBlock.of(codePoint))
                        && !Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT.equals(
                                Character.UnicodeBlock.of(codePoint));
        };
    }

    private static String name(String text) {
        return text.substring(0, Math.min(NAME, text.length()));
    }
}
