package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that the words before them announce: a title, a greeting at the start of a line, a header of a mail. It finds a
 * part of the names that nobody told of; no rule finds them all.
 */
final class CuedNameDetector implements Detector {
    private static final Set<String> TITLES = Set.of(
            "Mr",
            "Mrs",
            "Ms",
            "Miss",
            "Dr",
            "Prof",
            "Professor",
            "Sir",
            "Dame",
            "Frau",
            "Herr",
            "Herrn",
            "Mme",
            "Mlle",
            "Madame",
            "Monsieur",
            "Mevrouw",
            "Señor",
            "Señora",
            "Sra",
            "Dott",
            "Pani");
    private static final Set<String> GREETINGS = Set.of(
            "Hi",
            "Hello",
            "Hey",
            "Dear",
            "Hallo",
            "Liebe",
            "Lieber",
            "Bonjour",
            "Chère",
            "Cher",
            "Hola",
            "Estimado",
            "Estimada",
            "Ciao",
            "Gentile",
            "Olá",
            "Beste",
            "Hej",
            "Cześć");
    private static final Set<String> HEADERS =
            Set.of("From", "To", "Cc", "Von", "An", "De", "Para", "Da", "Van", "Name", "Owner", "Caller", "Contact");
    private static final Set<String> NO_NAMES = Set.of(
            "All",
            "Both",
            "Colleague",
            "Colleagues",
            "Customer",
            "Everybody",
            "Everyone",
            "Folks",
            "Madam",
            "Sir",
            "Support",
            "Team",
            "There",
            "Zendesk",
            "Hello",
            "Hi",
            "Again",
            "Help",
            "Service",
            "User",
            "Windows",
            "I",
            "Grüße",
            "Grüsse",
            "Groeten");
    /** {@code Miss Rate} counts misses of a cache. */
    private static final String WORD_AND_TITLE = "Miss";

    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}+|\\t+");
    private static final int LONGEST_CUE = 10;
    private static final int MOST_WORDS = 4;

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (!Scan.isUpperCase(scan.at(at)) || !scan.isStart(at)) {
            return null;
        }
        int cueEnd = at;
        while (Scan.isLetter(scan.at(cueEnd)) && cueEnd - at <= LONGEST_CUE) {
            cueEnd++;
        }
        if (cueEnd - at > LONGEST_CUE) {
            return null;
        }
        String cue = scan.text(at, cueEnd);
        if (TITLES.contains(cue)) {
            Finding names = names(scan, behindTitles(scan, cueEnd), 1);
            return cue.equals(WORD_AND_TITLE) ? personOrNull(scan, names) : names;
        }
        if (isLineStart(scan, at) && GREETINGS.contains(cue) && Scan.isBlank(scan.at(cueEnd))) {
            return personOrNull(scan, greeted(scan, cueEnd + 1));
        }
        if (isLineStart(scan, at) && HEADERS.contains(cue) && scan.at(cueEnd) == ':') {
            return personOrNull(scan, headed(scan, cueEnd + 1));
        }
        return null;
    }

    /** Nothing where all words are those of a function or a system: {@code To: Production Cluster}. */
    private static @Nullable Finding personOrNull(Scan scan, @Nullable Finding names) {
        if (names == null) {
            return null;
        }
        boolean isNobody =
                BLANKS.splitAsStream(scan.lowerCase(names.start(), names.end())).allMatch(RoleWords::contains);
        return isNobody ? null : names;
    }

    private static boolean isLineStart(Scan scan, int at) {
        int i = at;
        while (at - i < 8
                && (Scan.isBlank(scan.at(i - 1)) || ">*\"".indexOf(scan.at(i - 1)) >= 0)
                && i != scan.floor()) {
            i--;
        }
        return i == 0 || i == scan.floor() || scan.at(i - 1) == '\n' || scan.at(i - 1) == '\r';
    }

    /** Where the word behind one title or two starts; negative when there is none. */
    private static int behindTitles(Scan scan, int end) {
        int first = behindTitle(scan, end);
        int wordEnd = first < 0 ? -1 : nameWordEnd(scan, first);
        boolean another =
                wordEnd > first && TITLES.contains(scan.text(first, wordEnd).replace(".", ""));
        return another ? behindTitle(scan, wordEnd) : first;
    }

    private static int behindTitle(Scan scan, int end) {
        int next = scan.at(end) == '.' ? end + 1 : end;
        next = Scan.isBlank(scan.at(next)) ? next + 1 : next;
        return next == end ? -1 : next;
    }

    private static @Nullable Finding greeted(Scan scan, int at) {
        Finding names = names(scan, at, 1);
        return names != null && (",!\n\r\\:".indexOf(scan.at(names.end())) >= 0 || names.end() == scan.length())
                ? names
                : null;
    }

    private static @Nullable Finding headed(Scan scan, int at) {
        Finding names = names(scan, Scan.isBlank(scan.at(at)) ? at + 1 : at, 2);
        return names != null
                        && (names.end() == scan.length() || ";,\n\r\\<([".indexOf(behindBlank(scan, names.end())) >= 0)
                ? names
                : null;
    }

    private static char behindBlank(Scan scan, int end) {
        return Scan.isBlank(scan.at(end)) ? scan.at(end + 1) : scan.at(end);
    }

    /** Capitalized words, at least as many as given, with the particles among them. */
    private static @Nullable Finding names(Scan scan, int at, int least) {
        int words = 0;
        int end = at;
        int next = at;
        while (at >= 0 && words < MOST_WORDS && Scan.isLetter(scan.at(next))) {
            int wordEnd = nameWordEnd(scan, next);
            boolean capital = Character.isUpperCase(scan.at(next));
            if ((capital && isNoName(scan.text(next, wordEnd))) || (!capital && (words == 0 || wordEnd - next > 3))) {
                break;
            }
            words += capital ? 1 : 0;
            end = capital ? wordEnd : end;
            next = Scan.isBlank(scan.at(wordEnd)) ? wordEnd + 1 : wordEnd;
            if (next == wordEnd) {
                break;
            }
        }
        return words < least ? null : new Finding(at, end, Mark.NAME);
    }

    private static boolean isNoName(String word) {
        return NO_NAMES.contains(word) || TITLES.contains(word);
    }

    private static int nameWordEnd(Scan scan, int at) {
        int end = at;
        while ((Scan.isLetter(scan.at(end))
                        || ("-'’".indexOf(scan.at(end)) >= 0 && Scan.isLetter(scan.at(end + 1)))
                        || (scan.at(end) == '.' && end - at == 1))
                && end - at < 64) {
            end++;
        }
        return end;
    }
}
