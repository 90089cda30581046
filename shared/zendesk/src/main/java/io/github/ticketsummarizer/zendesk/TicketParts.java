package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What has come of a ticket.
 *
 * @param ticket without its comments
 * @param thread the comments, as far as they were read
 * @param readAt when the first part came, in nanoseconds of the JVM's clock
 */
record TicketParts(JsonNode ticket, CommentThread thread, long readAt) {
    /** Of a tree in memory, for each character of its JSON. */
    private static final int TREE_BYTES = 4;

    private static final int COMMENT_BYTES = 500;

    /** What they take in memory, in bytes and roughly. */
    long size() {
        long comments = 2 * thread.characters()
                + (long) COMMENT_BYTES * thread.comments().size();
        return (long) TREE_BYTES * ticket.toString().length() + comments;
    }
}
