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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The people that a ticket names in its own fields, as words to look for: the parts of their names, and what they would
 * be called as users of a system ({@code k.ogawa}). Accents and case do not matter.
 */
final class KnownPeople {
    private static final int SHORTEST_PART = 3;
    private static final int MOST_LOCAL_WORDS = 4;
    private static final Pattern BETWEEN_LOCAL_WORDS = Pattern.compile("[._-]+");
    private static final Pattern NO_NAME_SIGNS = Pattern.compile("[<>\"'(),;]");
    private static final Pattern LAST_DIGITS = Pattern.compile("\\d+$");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    /** Words that names have in common with prose: they go with a capital, where they do not just begin a sentence. */
    private static final Set<String> NAMES_AND_WORDS = Set.of("""
            april art august bell bill black blue brown case chase day drew frank good grace grant green hope hunter
            joy june king long love mark marsh may page pat precious price rich rose stone white will young""".split("\\s+"));
    /** They go beside another part of a name, never alone. */
    private static final Set<String> COMMON_WORDS = Set.of("""
            account accounts admin agent all and best bot customer data desk field fields for from help info legal
            new not office point post probe runner service sir support system team test the training user zendesk""".split("\\s+"));

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
            if (name.codePoints().anyMatch(KnownPeople::isIdeographic) && name.indexOf('@') < 0) {
                addWholeName(name.strip());
            } else {
                addShown(name);
            }
        }
        wholeNames.sort(Comparator.comparingInt(String::length).reversed());
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

    /** Whether a word is a part of a name, and a word of prose too. */
    boolean isNameAndWord(String word) {
        return commonParts.contains(word) && NAMES_AND_WORDS.contains(word);
    }

    /** Whether a word is a small one inside of a name, such as {@code van}. */
    boolean isParticle(String word) {
        return commonParts.contains(word) && DisplayName.isParticle(word);
    }

    boolean isUserName(String run) {
        return userNames.contains(run);
    }

    /** Names to look for letter by letter, the longest first. */
    List<String> wholeNames() {
        return wholeNames;
    }

    private void addShown(String shown) {
        DisplayName name = DisplayName.of(shown);
        if (!name.words().stream().allMatch(RoleWords::contains)) {
            name.words().forEach(this::addPart);
            if (name.words().size() >= 2) {
                addUserNames(name.words().getFirst(), name.words().getLast());
            }
        }
        name.addresses().forEach(address -> addLocalPart(address.substring(0, address.indexOf('@'))));
        if (name.words().isEmpty() && name.addresses().isEmpty() && !shown.isBlank()) {
            addWholeName(shown.strip());
        }
    }

    private void addPart(String word) {
        boolean common = word.length() < SHORTEST_PART
                || COMMON_WORDS.contains(word)
                || RoleWords.isNoName(word)
                || NAMES_AND_WORDS.contains(word)
                || DisplayName.isParticle(word);
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
        String folded = NO_NAME_SIGNS.matcher(fold(localPart)).replaceAll("");
        String untagged = folded.indexOf('+') > 0 ? folded.substring(0, folded.indexOf('+')) : folded;
        List<String> words = Stream.of(BETWEEN_LOCAL_WORDS.split(untagged, 0))
                .map(word -> LAST_DIGITS.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty() && !COMMON_WORDS.contains(word) && !RoleWords.contains(word))
                .toList();
        if (words.isEmpty()) {
            return;
        }
        Stream.of(folded, untagged)
                .filter(name -> name.length() > SHORTEST_PART && !NAMES_AND_WORDS.contains(name))
                .forEach(userNames::add);
        boolean person = words.size() >= 2
                && words.size() <= MOST_LOCAL_WORDS
                && words.stream().allMatch(word -> LETTERS.matcher(word).matches());
        if (person) {
            words.forEach(this::addPart);
            addUserNames(words.getFirst(), words.getLast());
        }
    }

    private void addWholeName(String name) {
        String[] parts = name.split("\\s+");
        wholeNames.add(name);
        if (parts.length <= 2) {
            wholeNames.add(String.join("", parts));
            Stream.of(parts).filter(part -> part.length() >= 2).forEach(wholeNames::add);
        }
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
