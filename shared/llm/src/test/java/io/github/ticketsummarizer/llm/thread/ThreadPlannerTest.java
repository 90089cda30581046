package io.github.ticketsummarizer.llm.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.text.TokenEstimate;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadPlannerTest {
    private static final String WORDS = "the rule is false and the tip is not shown ";

    @Test
    void firstAndLastCommentsStayWholeAndTheOthersAreReadOnce() {
        Ticket ticket =
                ticket(IntStream.range(0, 100).mapToObj(i -> WORDS.repeat(20)).toList());

        ThreadPlan plan = new ThreadPlanner(ticket).plan(10_000, 3_000);

        assertThat(plan.first()).isBetween(2, 8);
        assertThat(plan.last()).isBetween(80, 95);
        assertThat(plan.chunks().stream()
                        .flatMap(chunk -> chunk.pieces().stream())
                        .map(Chunk.Piece::commentNumber))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(plan.first(), plan.last()).boxed().toList());
        assertThat(plan.noteTokens() * plan.chunks().size()).isLessThan(3_000);
    }

    @Test
    void noChunkIsLongerThanOneCallTakesAndNothingIsLost() {
        Random random = new Random(5);
        Ticket ticket = ticket(IntStream.range(0, 60)
                .mapToObj(i -> (i % 7 == 0 ? "診断" : "tip ").repeat(random.nextInt(3_000)))
                .toList());

        ThreadPlan plan = new ThreadPlanner(ticket).plan(1_000, 1_500);

        StringBuilder read = new StringBuilder();
        for (Chunk chunk : plan.chunks()) {
            long tokens = 0;
            for (Chunk.Piece piece : chunk.pieces()) {
                String text =
                        ticket.comments().get(piece.commentNumber() - 1).body().substring(piece.from(), piece.to());
                tokens += TokenEstimate.of(text);
                read.append(text);
            }
            assertThat(tokens).isLessThanOrEqualTo(1_500);
        }
        assertThat(read.toString())
                .isEqualTo(String.join(
                        "",
                        ticket.comments().subList(plan.first() - 1, plan.last()).stream()
                                .map(Comment::body)
                                .toList()));
    }

    @Test
    void noChunkEndsInsideOfAValue() {
        String value = "4111 1111 1111 1111";
        Ticket ticket = ticket(List.of(("card " + value + " ").repeat(500)));

        List<Chunk> chunks = new ThreadPlanner(ticket).plan(100, 400).chunks();

        assertThat(chunks)
                .hasSizeGreaterThan(5)
                .flatExtracting(Chunk::pieces)
                .allSatisfy(piece -> assertThat(ticket.comments()
                                .getFirst()
                                .body()
                                .substring(piece.from(), piece.to())
                                .replace(value, ""))
                        .doesNotContainPattern("\\d"));
    }

    private static Ticket ticket(List<String> bodies) {
        List<Comment> comments = bodies.stream()
                .map(body -> new Comment("c", "7", "Ana", null, body, true, List.of()))
                .toList();
        return new Ticket(
                new TicketHeader("1", "s", "d", "u", "open", null, null, comments.size(), CustomFields.NONE), comments);
    }
}
