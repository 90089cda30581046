package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.ModelCall;
import java.util.List;

/**
 * A usable answer.
 *
 * @param calls every call that it took, oldest first
 */
public record Answered<T>(T value, List<ModelCall> calls) {
    public Answered {
        calls = List.copyOf(calls);
    }
}
