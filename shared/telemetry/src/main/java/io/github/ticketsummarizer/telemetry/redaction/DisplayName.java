package io.github.ticketsummarizer.telemetry.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody is shown as: {@code Maria dos Santos}, {@code Karen Aldous - Brightwater Logistics GmbH}, {@code Jane Doe
 * <jane@example.com>}.
 *
 * @param words the parts of the name, folded, in their order; empty where it has too many to be a name
 * @param addresses the e-mail addresses in it
 */
record DisplayName(List<String> words, List<String> addresses) {
    /** Particles do not count. A longer one is a sentence that somebody put where a name belongs. */
    private static final int MOST_WORDS = 5;
    /** Of names that say each part with a capital. */
    private static final int MOST_CAPITALIZED_WORDS = 8;

    private static final Set<String> PARTICLES = Set.of(
            "al", "ben", "bin", "da", "dal", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e",
            "el", "ibn", "la", "le", "san", "st", "te", "ten", "ter", "van", "von", "y", "zu");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Between a person and what the person belongs to. */
    private static final Pattern BEFORE_COMPANY = Pattern.compile("\\s+[-–—|/]+\\s+|\\s+@\\s*|\\s*[(\\[]");

    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    static DisplayName of(String shown) {
        List<String> addresses = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String token : BLANKS.split(shown.strip(), 0)) {
            boolean address = token.indexOf('@') > 0 && token.indexOf('@') < token.length() - 1;
            (address ? addresses : others).add(token);
        }
        return new DisplayName(nameWords(String.join(" ", others)), List.copyOf(addresses));
    }

    private static List<String> nameWords(String name) {
        String person = name.indexOf('@') >= 0 ? BEFORE_COMPANY.split(name, 2)[0] : name;
        if (isName(person)) {
            return words(KnownPeople.fold(person));
        }
        person = BEFORE_COMPANY.split(person, 2)[0];
        return isName(person) ? words(KnownPeople.fold(person)) : List.of();
    }

    private static boolean isName(String name) {
        List<String> own = words(name).stream()
                .filter(word -> !PARTICLES.contains(KnownPeople.fold(word)))
                .toList();
        return own.size() <= MOST_WORDS
                || (own.size() <= MOST_CAPITALIZED_WORDS
                        && own.stream().allMatch(word -> Character.isUpperCase(word.charAt(0)))
                        && !BEFORE_COMPANY.matcher(name).find());
    }

    private static List<String> words(String text) {
        return Stream.of(NO_LETTERS.split(text, 0))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
