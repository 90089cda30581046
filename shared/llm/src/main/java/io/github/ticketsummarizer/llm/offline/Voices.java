package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.model.Comment;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells support from customers without their roles, which a ticket does not carry: support is who writes internal notes,
 * and where there are none, the first to answer whoever opened the ticket.
 */
final class Voices {
    private final Set<String> support = new HashSet<>();

    Voices(List<Comment> comments) {
        comments.stream()
                .filter(comment -> !comment.isPublic())
                .map(Voices::author)
                .forEach(support::add);
        if (support.isEmpty() && !comments.isEmpty()) {
            String opener = author(comments.getFirst());
            comments.stream()
                    .map(Voices::author)
                    .filter(author -> !author.equals(opener))
                    .findFirst()
                    .ifPresent(support::add);
        }
    }

    Voice of(Comment comment) {
        if (!comment.isPublic()) {
            return Voice.NOTE;
        }
        return support.contains(author(comment)) ? Voice.SUPPORT : Voice.CUSTOMER;
    }

    private static String author(Comment comment) {
        @Nullable String id = comment.authorId();
        return id != null ? id : Objects.requireNonNullElse(comment.authorName(), "");
    }
}
