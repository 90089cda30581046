package io.github.ticketsummarizer.llm.thread;

import io.github.ticketsummarizer.llm.text.TokenEstimate;
import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Ticket;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a thread that is too long for one request: first and last comments, which hold the report and how it ended, stay
 * whole as far as they fit into their shares; the comments between are read in chunks, as few as the limit of calls asks
 * for and else small, since a model misses more in a longer text.
 */
final class ThreadPlanner {
    /** Of the room for the thread; what is left holds the notes, and a tenth stays free for what estimates miss. */
    private static final double FIRST_SHARE = 0.2;

    private static final double LAST_SHARE = 0.4;
    private static final double NOTES_SHARE = 0.3;
    /** The marks around a comment, its author and its time. */
    private static final long FRAME_TOKENS = 60;

    private static final long FILE_TOKENS = 5;
    /** As prompts show them. */
    private static final int LONGEST_NAME = 200;

    private final Ticket ticket;
    private final long[] tokens;

    ThreadPlanner(Ticket ticket) {
        this.ticket = ticket;
        this.tokens =
                ticket.comments().stream().mapToLong(ThreadPlanner::tokens).toArray();
    }

    /**
     * @param room tokens that the comments and notes may have together in the synthesis
     * @param chunkTokens that the comments of one chunk may have
     */
    ThreadPlan plan(long room, long chunkTokens) {
        int first = 0;
        for (double left = room * FIRST_SHARE; first < tokens.length && tokens[first] <= left; first++) {
            left -= tokens[first];
        }
        int last = tokens.length;
        for (double left = room * LAST_SHARE; last > first && tokens[last - 1] <= left; last--) {
            left -= tokens[last - 1];
        }
        List<Chunk> chunks = chunks(first, last, chunkTokens);
        return new ThreadPlan(
                first + 1, last, chunks, Math.round(room * NOTES_SHARE / Math.max(1, chunks.size()) - FRAME_TOKENS));
    }

    /** The tokens of all comments. */
    long total() {
        long total = 0;
        for (long each : tokens) {
            total += each;
        }
        return total;
    }

    private List<Chunk> chunks(int from, int to, long limit) {
        List<Chunk> chunks = new ArrayList<>();
        List<Chunk.Piece> open = new ArrayList<>();
        long left = limit;
        for (int i = from; i < to; i++) {
            for (Chunk.Piece piece : pieces(i, limit)) {
                long size = tokens(i, piece);
                if (size > left && !open.isEmpty()) {
                    chunks.add(new Chunk(open));
                    open.clear();
                    left = limit;
                }
                open.add(piece);
                left -= size;
            }
        }
        if (!open.isEmpty()) {
            chunks.add(new Chunk(open));
        }
        return chunks;
    }

    private List<Chunk.Piece> pieces(int index, long limit) {
        String body = ticket.comments().get(index).body();
        if (tokens[index] <= limit) {
            return List.of(new Chunk.Piece(index + 1, 0, body.length()));
        }
        long bodyLimit = Math.max(1, limit - frame(ticket.comments().get(index)));
        List<Chunk.Piece> pieces = new ArrayList<>();
        for (int at = 0; at < body.length(); ) {
            int end = CleanText.cut(body, at, TokenEstimate.cut(body, at, bodyLimit));
            pieces.add(new Chunk.Piece(index + 1, at, end));
            at = end;
        }
        return pieces;
    }

    private long tokens(int index, Chunk.Piece piece) {
        Comment comment = ticket.comments().get(index);
        boolean isWhole = piece.to() - piece.from() == comment.body().length();
        return isWhole
                ? tokens[index]
                : frame(comment) + TokenEstimate.of(comment.body().substring(piece.from(), piece.to()));
    }

    private static long tokens(Comment comment) {
        return frame(comment) + TokenEstimate.of(comment.body());
    }

    private static long frame(Comment comment) {
        String author = comment.authorName();
        return FRAME_TOKENS
                + (author == null ? 0 : nameTokens(author))
                + comment.attachments().stream()
                        .mapToLong(file -> nameTokens(file.fileName()) + FILE_TOKENS)
                        .sum();
    }

    private static long nameTokens(String name) {
        return TokenEstimate.of(CleanText.prefix(name, LONGEST_NAME));
    }
}
