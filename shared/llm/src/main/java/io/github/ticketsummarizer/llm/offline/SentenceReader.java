package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Capability;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Limit;
import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Signal;
import io.github.ticketsummarizer.llm.text.PhraseMatcher;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Match;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Phrase;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.llm.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what the sentences of a thread hint at. Built once, then thread-safe. */
final class SentenceReader {
    /** However many phrases of a kind a sentence strings together, they count no more than this. */
    private static final int MOST_OF_A_CUE = 6;
    /** Words shorter than this are mostly grammar. */
    private static final int SHORTEST_WORD = 4;

    private final Tokenizer tokenizer;
    private final PhraseMatcher<CuePhrase> phrases;
    private final Negation negation;

    SentenceReader(Tokenizer tokenizer, AnalysisConfig config) {
        this.tokenizer = tokenizer;
        List<Phrase<CuePhrase>> all = new ArrayList<>();
        for (Cue cue : Cue.values()) {
            CuePhrases.of(cue).forEach(signal -> all.add(phrase(cue, signal)));
        }
        productTerms(config).forEach(signal -> all.add(phrase(Cue.PRODUCT, signal)));
        this.phrases = new PhraseMatcher<>(tokenizer, all);
        this.negation = new Negation(tokenizer);
    }

    /** The words of a text that are more than grammar. */
    Set<Long> words(String text) {
        Tokens tokens = tokenizer.tokenize(text);
        Set<Long> words = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.end(i) - tokens.start(i) >= SHORTEST_WORD) {
                words.add(tokens.hash(i));
            }
        }
        return words;
    }

    /** What a sentence hints at; {@code subject} are the words of the ticket's subject. */
    SentenceFacts read(String sentence, Set<Long> subject) {
        Tokens tokens = tokenizer.tokenize(sentence);
        int[] cues = new int[Cue.values().length];
        for (Match<CuePhrase> match : phrases.matches(tokens)) {
            int cue = match.value().cue().ordinal();
            cues[cue] = Math.min(MOST_OF_A_CUE, cues[cue] + match.value().weight());
        }
        char last = sentence.charAt(sentence.length() - 1);
        boolean question = last == '?' || last == '？';
        boolean whole = question || last == '.' || last == '!' || last == '。' || last == '！' || last == ':';
        return new SentenceFacts(
                cues, shared(tokens, subject), question, negation.opens(tokens), sentence.length(), whole);
    }

    private static int shared(Tokens tokens, Set<Long> subject) {
        Set<Long> shared = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (subject.contains(tokens.hash(i))) {
                shared.add(tokens.hash(i));
            }
        }
        return shared.size();
    }

    private static Stream<Signal> productTerms(AnalysisConfig config) {
        return Stream.of(
                        config.taxonomy().pods().stream().map(Pod::signals),
                        config.guide().limits().stream().map(Limit::signals),
                        config.guide().capabilities().stream().map(Capability::signals))
                .flatMap(lists -> lists)
                .flatMap(List::stream);
    }

    private static Phrase<CuePhrase> phrase(Cue cue, Signal signal) {
        return new Phrase<>(signal.term(), new CuePhrase(cue, signal.weight()));
    }

    private record CuePhrase(Cue cue, int weight) {}
}
