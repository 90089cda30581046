package io.github.ticketsummarizer.fakes.llm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences of a ticket as it stands in a prompt. */
final class TicketText {
    private static final Pattern COMMENT = Pattern.compile("\\bcomment (\\d+)\\b");
    private static final Pattern FENCE = Pattern.compile("\\b(end |ticket data|comment \\d+|description)\\b");
    private static final Pattern SENTENCE = Pattern.compile("[^.!?]{20,240}[.!?]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}-]{4,}");

    private final List<Sentence> sentences = new ArrayList<>();
    private final Set<String> words;

    /** @param comment the number of the comment that it stands in; 1 where there are none */
    record Sentence(int comment, String text) {}

    TicketText(String prompt) {
        Matcher first = COMMENT.matcher(prompt);
        int comment = first.find() ? Integer.parseInt(first.group(1)) : 1;
        for (String line : prompt.lines().toList()) {
            Matcher start = COMMENT.matcher(line);
            if (isFence(line) && start.find()) {
                comment = Integer.parseInt(start.group(1));
            } else {
                addSentences(comment, line);
            }
        }
        words = words(prompt);
    }

    private static boolean isFence(String line) {
        return line.length() < 200 && FENCE.matcher(line).find() && !Character.isLetterOrDigit(line.codePointAt(0));
    }

    private void addSentences(int comment, String line) {
        if (!line.isBlank() && !isFence(line)) {
            Matcher found = SENTENCE.matcher(line);
            while (found.find()) {
                sentences.add(new Sentence(comment, found.group().strip()));
            }
        }
    }

    /** The n-th sentence, beginning anew after the last; there is always one. */
    Sentence sentence(int n) {
        return sentences.isEmpty()
                ? new Sentence(1, "The ticket says very little.")
                : sentences.get(n % sentences.size());
    }

    int count() {
        return sentences.size();
    }

    /** The last sentence with one of these words, or else the one in the middle. */
    String last(String... clues) {
        return sentences.reversed().stream()
                .map(Sentence::text)
                .filter(text -> Arrays.stream(clues)
                        .anyMatch(clue -> text.toLowerCase(Locale.ROOT).contains(clue)))
                .findFirst()
                .orElseGet(() -> sentence(sentences.size() / 2).text());
    }

    /** How many of some words stand in the ticket too. */
    int wordsSharedWith(Set<String> others) {
        return Math.toIntExact(others.stream().filter(words::contains).count());
    }

    /** Some of its longer words, in no order that means anything but always the same. */
    List<String> keywords(int most) {
        return words.stream().sorted().limit(most).toList();
    }

    /** The longer words of any text, in lower case. */
    static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(result -> result.group())
                .collect(Collectors.toSet());
    }
}
