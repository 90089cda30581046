package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.llm.text.Tokens;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether a term is denied in its sentence: "not a question of latching", "step completion is fine". */
final class Negation {
    /** How many words a negation reaches ahead. */
    private static final int REACH = 6;

    private final Set<Long> negations;
    private final Set<Long> continuations;
    private final Set<Long> verbs;
    private final Set<Long> clearances;

    Negation(Tokenizer tokenizer) {
        this.negations = hashes(tokenizer, "not", "no", "neither", "without", "nicht", "kein", "keine", "pas", "sin");
        // "Not only", "no longer": what follows is the case, or was.
        this.continuations = hashes(tokenizer, "only", "just", "longer", "nur", "mehr");
        this.verbs = hashes(tokenizer, "is", "are", "was", "were");
        this.clearances = hashes(tokenizer, "fine", "right", "ok", "okay", "correct", "innocent");
    }

    /** Whether the words from {@code start} to {@code end}, exclusive, are said not to be the matter. */
    boolean denies(Tokens tokens, int start, int end) {
        return isNegated(tokens, start) || isCleared(tokens, end);
    }

    /** Whether the sentence begins with a negation: it says what is not the matter. */
    boolean opens(Tokens tokens) {
        return tokens.size() > 0 && negations.contains(tokens.hash(0));
    }

    private boolean isNegated(Tokens tokens, int start) {
        for (int i = start - 1; i >= 0 && start - i <= REACH && !tokens.isSentenceEnd(i); i--) {
            if (negations.contains(tokens.hash(i))) {
                return !continuations.contains(tokens.hash(i + 1));
            }
        }
        return false;
    }

    private boolean isCleared(Tokens tokens, int end) {
        return end + 1 < tokens.size() && verbs.contains(tokens.hash(end)) && clearances.contains(tokens.hash(end + 1));
    }

    private static Set<Long> hashes(Tokenizer tokenizer, String... words) {
        return Stream.of(words).map(word -> tokenizer.tokenize(word).hash(0)).collect(Collectors.toUnmodifiableSet());
    }
}
