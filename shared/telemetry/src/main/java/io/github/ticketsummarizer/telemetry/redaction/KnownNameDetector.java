package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/** Names that are known, whole or in part, with the particles and initials among them. */
final class KnownNameDetector implements Detector {
    private static final Detector ADDRESSES = new EmailDetector();
    private static final int LONGEST_WORD = 64;
    private static final int MOST_PARTICLES = 3;
    private static final int SHORTEST_IN_LOWER_CASE = 4;

    private final KnownPeople people;

    KnownNameDetector(KnownPeople people) {
        this.people = people;
    }

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        for (String name : people.wholeNames()) {
            if (scan.startsWith(name, at)) {
                return new Finding(at, at + name.length(), Mark.NAME);
            }
        }
        if (people.isNoBeginning(scan.at(at), scan.at(at + 1)) || !scan.isStart(at)) {
            return null;
        }
        int end = userNameEnd(scan, at);
        if (end < 0) {
            end = nameEnd(scan, at);
        }
        return end < 0 || isLocalPart(scan, end) ? null : new Finding(at, end, Mark.NAME);
    }

    /** Whether this is the beginning of an e-mail address, which goes whole. */
    private static boolean isLocalPart(Scan scan, int end) {
        int i = end;
        while (i - end < LONGEST_WORD && (!scan.isEnd(i) || ".+-".indexOf(scan.at(i)) >= 0)) {
            i++;
        }
        return scan.at(i) == '@' && ADDRESSES.find(scan, i) != null;
    }

    private int userNameEnd(Scan scan, int at) {
        if (!scan.isRunStart(at)) {
            return -1;
        }
        int end = at;
        while ((!scan.isEnd(end) || ".-".indexOf(scan.at(end)) >= 0) && end - at <= LONGEST_WORD) {
            end++;
        }
        for (; end > at; end--) {
            boolean wordEnds = scan.isEnd(end) && !scan.isEnd(end - 1);
            if (wordEnds && people.isUserName(KnownPeople.fold(scan.text(at, end)))) {
                return end;
            }
        }
        return -1;
    }

    private int nameEnd(Scan scan, int at) {
        int end = wordEnd(scan, at);
        if (!isPartOfLongerName(scan, at, end) && !people.isParticle(word(scan, at, end))) {
            return -1;
        }
        int wholeEnd = wholeNameEnd(scan, end);
        if (wholeEnd > end) {
            return wholeEnd;
        }
        String word = word(scan, at, end);
        boolean capital = Character.isUpperCase(scan.at(at));
        if (people.isPart(word)) {
            return capital || word.length() >= SHORTEST_IN_LOWER_CASE ? end : -1;
        }
        return capital && people.isNameAndWord(word) && NameOrWord.isName(scan, at, end) ? end : -1;
    }

    /** A word that prose has as well has to start with a capital. */
    private boolean isPartOfLongerName(Scan scan, int at, int end) {
        String word = word(scan, at, end);
        return people.isPart(word) || (Character.isUpperCase(scan.at(at)) && people.isPartOfLongerName(word));
    }

    /** The end of the last part of a name in what follows, over particles and initials. */
    private int wholeNameEnd(Scan scan, int firstEnd) {
        int end = firstEnd;
        int next = nextWord(scan, firstEnd);
        for (int between = 0; next > 0 && between <= MOST_PARTICLES; next = nextWord(scan, next)) {
            int wordEnd = wordEnd(scan, next);
            if (isPartOfLongerName(scan, next, wordEnd) && !isLocalPart(scan, wordEnd)) {
                end = wordEnd;
                between = 0;
            } else if (wordEnd - next == 1 || DisplayName.isParticle(word(scan, next, wordEnd))) {
                between++;
            } else {
                break;
            }
            next = wordEnd;
        }
        return end;
    }

    /** Where the word behind a blank, a hyphen, an apostrophe or the dot of an initial starts; negative when none does. */
    private static int nextWord(Scan scan, int end) {
        int next = scan.at(end) == '.' ? end + 1 : end;
        if (Scan.isBlank(scan.at(next)) || "-'’".indexOf(scan.at(next)) >= 0) {
            next++;
        }
        return next > end && Scan.isLetter(scan.at(next)) ? next : -1;
    }

    private static int wordEnd(Scan scan, int at) {
        int end = at;
        while ((Scan.isLetterOrDigit(scan.at(end)) || Character.getType(scan.at(end)) == Character.NON_SPACING_MARK)
                && end - at < LONGEST_WORD) {
            end++;
        }
        return end;
    }

    private static String word(Scan scan, int start, int end) {
        return KnownPeople.fold(scan.text(start, end));
    }
}
