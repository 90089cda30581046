package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Feature;
import io.github.ticketsummarizer.llm.text.Excerpt;
import io.github.ticketsummarizer.llm.text.PhraseMatcher;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Match;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Phrase;
import io.github.ticketsummarizer.llm.text.SentenceSplitter;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.llm.text.Tokens;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Ticket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the sentences of a thread that name Diagnostics or say whether it was used; quoted mail is searched too. */
final class DiagnosticsPassages {
    /** Far more than fit into the evidence; it bounds the work on a thread that names Diagnostics everywhere. */
    private static final int MAX_PASSAGES = 200;

    private static final int LONGEST_PASSAGE = 500;
    private static final Pattern QUOTE_MARKS = Pattern.compile("(?m)^[> \\t]*>");

    private final Tokenizer tokenizer = new Tokenizer();
    private final PhraseMatcher<String> phrases;

    DiagnosticsPassages(DiagnosticsGuide guide) {
        Feature feature = guide.feature();
        this.phrases = new PhraseMatcher<>(
                tokenizer,
                Stream.of(feature.mentions(), feature.used(), feature.notUsed())
                        .flatMap(List::stream)
                        .map(phrase -> new Phrase<>(phrase, phrase))
                        .toList());
    }

    /** The passages in the order of the thread, each text once. */
    List<Evidence> in(Ticket ticket) {
        List<Evidence> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ticket.comments().size() && found.size() < MAX_PASSAGES; i++) {
            for (String passage : passages(ticket.comments().get(i).body())) {
                if (seen.add(passage)) {
                    found.add(new Evidence(i + 1, passage));
                }
            }
        }
        return found;
    }

    private List<String> passages(String body) {
        String text = body.indexOf('>') < 0 ? body : QUOTE_MARKS.matcher(body).replaceAll("");
        Tokens tokens = tokenizer.tokenize(text);
        List<Match<String>> matches = phrases.matches(tokens);
        return matches.isEmpty() ? List.of() : new Passages(text, tokens, matches).collect();
    }

    /** Walks along the sentences and the phrases found, side by side. */
    private static final class Passages {
        private final String text;
        private final Tokens tokens;
        private final List<Match<String>> matches;
        private final List<String> found = new ArrayList<>();
        private int next;

        private Passages(String text, Tokens tokens, List<Match<String>> matches) {
            this.text = text;
            this.tokens = tokens;
            this.matches = matches;
        }

        private List<String> collect() {
            SentenceSplitter.split(text, this::sentence);
            return found;
        }

        private void sentence(int start, int end) {
            while (next < matches.size() && tokens.end(matches.get(next).end() - 1) <= start) {
                next++;
            }
            if (next < matches.size() && found.size() < MAX_PASSAGES) {
                int phraseStart = tokens.start(matches.get(next).start());
                if (phraseStart < end) {
                    found.add(cut(start, end, phraseStart));
                }
            }
        }

        /** Of an endless sentence the part around the phrase. */
        private String cut(int start, int end, int phraseStart) {
            int from = end - start <= LONGEST_PASSAGE ? start : Math.max(start, phraseStart - LONGEST_PASSAGE / 2);
            int to = Math.min(end, from + LONGEST_PASSAGE);
            return Excerpt.of(text, from, to);
        }
    }
}
