package io.github.ticketsummarizer.llm.chat;

import java.util.Objects;

/** One message of a conversation with a model. */
public record ChatTurn(Role role, String text) {
    public ChatTurn {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
    }

    /** Who speaks. */
    public enum Role {
        USER,
        /** The model, in an earlier answer. */
        ASSISTANT
    }

    /** What we say. */
    public static ChatTurn user(String text) {
        return new ChatTurn(Role.USER, text);
    }

    /** What the model said before. */
    public static ChatTurn assistant(String text) {
        return new ChatTurn(Role.ASSISTANT, text);
    }
}
