package io.github.ticketsummarizer.telemetry.redaction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people that a ticket names in its own fields, as words to look for: the parts of their names, and what they would
 * be called as users of a system ({@code k.ogawa}). Accents and case do not matter.
 */
final class KnownPeople {
    private static final int SHORTEST_PART = 3;
    /** A longer one is a sentence that somebody put where a name belongs. */
    private static final int MOST_WORDS = 5;
    /** Words that names have in common with prose: they go beside another part of a name, never alone. */
    private static final Set<String> COMMON_WORDS = Set.of(
            "account",
            "accounts",
            "admin",
            "agent",
            "all",
            "and",
            "april",
            "art",
            "august",
            "bell",
            "best",
            "bill",
            "black",
            "blue",
            "bot",
            "brown",
            "case",
            "chase",
            "customer",
            "data",
            "day",
            "desk",
            "drew",
            "field",
            "fields",
            "for",
            "frank",
            "from",
            "good",
            "grace",
            "grant",
            "green",
            "help",
            "hope",
            "hunter",
            "info",
            "joy",
            "june",
            "king",
            "legal",
            "long",
            "love",
            "mark",
            "marsh",
            "may",
            "new",
            "not",
            "office",
            "page",
            "pat",
            "point",
            "post",
            "precious",
            "price",
            "probe",
            "rich",
            "rose",
            "runner",
            "service",
            "sir",
            "stone",
            "support",
            "system",
            "team",
            "test",
            "the",
            "training",
            "user",
            "white",
            "will",
            "young",
            "zendesk");

    private static final char FIRST_BEYOND_ASCII = 128;

    /** The first two characters of all words, lower case, as one number; of a single letter with each that may follow. */
    private final BitSet beginnings = new BitSet(FIRST_BEYOND_ASCII * FIRST_BEYOND_ASCII);

    private final Set<String> parts = new HashSet<>();
    private final Set<String> commonParts = new HashSet<>();
    private final Set<String> userNames = new HashSet<>();
    private final List<String> wholeNames = new ArrayList<>();

    /** @param names of people, and their e-mail addresses, in any order */
    KnownPeople(Collection<String> names) {
        for (String name : names) {
            int at = name.indexOf('@');
            if (at < 0) {
                addName(name);
            } else {
                addLocalPart(name.substring(0, at));
            }
        }
        Stream.of(parts, commonParts, userNames)
                .flatMap(Set::stream)
                .filter(word -> !word.isEmpty() && word.charAt(0) < FIRST_BEYOND_ASCII)
                .forEach(this::addBeginning);
    }

    private void addBeginning(String word) {
        int first = word.charAt(0) * FIRST_BEYOND_ASCII;
        if (word.length() == 1) {
            beginnings.set(first, first + FIRST_BEYOND_ASCII);
        } else if (word.charAt(1) < FIRST_BEYOND_ASCII) {
            beginnings.set(first + word.charAt(1));
        }
    }

    boolean isEmpty() {
        return parts.isEmpty() && commonParts.isEmpty() && userNames.isEmpty() && wholeNames.isEmpty();
    }

    /** Whether a word is a part of a name that may go wherever it stands. */
    boolean isPart(String word) {
        return parts.contains(word);
    }

    /** Whether a word is a part of a name beside another part. */
    boolean isPartOfLongerName(String word) {
        return parts.contains(word) || commonParts.contains(word);
    }

    boolean isUserName(String run) {
        return userNames.contains(run);
    }

    /** Names to look for letter by letter, the longest first. */
    List<String> wholeNames() {
        return wholeNames;
    }

    private void addName(String name) {
        List<String> words = Stream.of(fold(name).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() > MOST_WORDS || name.codePoints().anyMatch(KnownPeople::isIdeographic)) {
            addWholeName(name.strip());
            return;
        }
        words.forEach(this::addPart);
        if (words.size() >= 2) {
            addUserNames(words.getFirst(), words.getLast());
        }
    }

    private void addPart(String word) {
        boolean common = word.length() < SHORTEST_PART || COMMON_WORDS.contains(word);
        (common ? commonParts : parts).add(word);
    }

    private void addUserNames(String first, String last) {
        String initial = first.substring(0, 1);
        for (String separator : List.of(".", "_", "-", "")) {
            userNames.add(first + separator + last);
            userNames.add(initial + separator + last);
        }
    }

    private void addLocalPart(String localPart) {
        String folded = fold(localPart);
        if (folded.length() > SHORTEST_PART && !COMMON_WORDS.contains(folded)) {
            userNames.add(folded);
        }
        String[] words = folded.split("\\.", 0);
        if (words.length == 2 && words[0].chars().allMatch(Character::isLetter)) {
            addPart(words[0]);
            addPart(words[1]);
            addUserNames(words[0], words[1]);
        }
    }

    private void addWholeName(String name) {
        String[] parts = name.split("\\s+");
        wholeNames.add(name);
        if (parts.length <= 2) {
            wholeNames.add(String.join("", parts));
            Stream.of(parts).filter(part -> part.length() >= 2).forEach(wholeNames::add);
        }
        wholeNames.sort(Comparator.comparingInt(String::length).reversed());
    }

    /** Whether a character is of a script that writes names without a blank after them. */
    static boolean isIdeographic(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }

    /** Whether nothing that is known starts with these characters; cheap, and most words stop here. */
    boolean isNoBeginning(char first, char second) {
        return first < FIRST_BEYOND_ASCII
                && second < FIRST_BEYOND_ASCII
                && !beginnings.get(lowerCase(first) * FIRST_BEYOND_ASCII + lowerCase(second));
    }

    private static int lowerCase(char ascii) {
        return ascii >= 'A' && ascii <= 'Z' ? ascii + ('a' - 'A') : ascii;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Lower case without accents. */
    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        return Normalizer.normalize(lower, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replace("ß", "ss");
    }
}
