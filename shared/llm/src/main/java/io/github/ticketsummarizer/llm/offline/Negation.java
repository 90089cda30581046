package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.llm.text.Tokens;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether a term is denied in its sentence, as in "not a question of latching or reselecting". */
final class Negation {
    /** How many words a negation reaches ahead. */
    private static final int REACH = 6;

    private final Set<Long> negations;
    private final Set<Long> continuations;

    Negation(Tokenizer tokenizer) {
        this.negations = hashes(tokenizer, "not", "no", "neither", "without", "nicht", "kein", "keine", "pas", "sin");
        // "Not only", "no longer": what follows is the case, or was.
        this.continuations = hashes(tokenizer, "only", "just", "longer", "nur", "mehr");
    }

    /** Whether a negation reaches the word at an index from the left, within its sentence. */
    boolean precedes(Tokens tokens, int index) {
        for (int i = index - 1; i >= 0 && index - i <= REACH && !tokens.isSentenceEnd(i); i--) {
            if (negations.contains(tokens.hash(i))) {
                return !continuations.contains(tokens.hash(i + 1));
            }
        }
        return false;
    }

    private static Set<Long> hashes(Tokenizer tokenizer, String... words) {
        return Stream.of(words).map(word -> tokenizer.tokenize(word).hash(0)).collect(Collectors.toUnmodifiableSet());
    }
}
