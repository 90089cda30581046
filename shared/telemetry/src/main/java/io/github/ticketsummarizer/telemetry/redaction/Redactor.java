package io.github.ticketsummarizer.telemetry.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes personal data and secrets out of a text and leaves a mark such as {@code [email]} in their place: e-mail
 * addresses, phone numbers, numbers of cards and accounts, IP addresses, passwords, keys and tokens by rules; names of
 * people only by value, as far as they are given. One pass whose time grows with the length of the text and nothing
 * else. To redact what was redacted changes nothing. Safe for use by many threads.
 */
public final class Redactor {
    private final List<Detector> atSigns = List.of(new EmailDetector());
    private final List<Detector> atColons = List.of(new UserInfoDetector(), new IpDetector());
    private final List<Detector> atHyphens = List.of(new KeyDetector());
    private final List<Detector> atNumbers =
            List.of(new CardDetector(), new IpDetector(), new PhoneDetector(), new KeyDetector());
    private final List<Detector> atLetters;
    private final List<Detector> insideWords;

    /** Goes by rules alone. */
    public Redactor() {
        this(List.of());
    }

    /**
     * Goes by rules, and takes out these people too.
     *
     * @param people their names and e-mail addresses, as the ticket's own fields have them
     */
    public Redactor(Collection<String> people) {
        KnownPeople known = new KnownPeople(people);
        List<Detector> detectors = new ArrayList<>(List.of(
                new AssignedSecretDetector(),
                new KeyDetector(),
                new IbanDetector(),
                new IpDetector(),
                new SpelledPhoneDetector(),
                new CuedNameDetector()));
        if (!known.isEmpty()) {
            detectors.add(new KnownNameDetector(known));
        }
        this.atLetters = List.copyOf(detectors);
        this.insideWords = known.wholeNames().isEmpty() ? List.of() : List.of(new KnownNameDetector(known));
    }

    /** The text without what was found in it; the same instance when nothing was. */
    public String redact(String text) {
        Scan scan = new Scan(text);
        StringBuilder redacted = new StringBuilder();
        int at = 0;
        int copied = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '\\') {
                at = scan.escapeEnd(at);
                scan.raiseFloor(at);
                continue;
            }
            Finding finding = find(scan, at);
            if (finding == null) {
                at = insideWords.isEmpty() ? scan.next(at) : at + 1;
                continue;
            }
            redacted.append(text, copied, finding.start()).append(finding.mark().text());
            copied = finding.end();
            at = copied;
            scan.raiseFloor(at);
        }
        return copied == 0 ? text : redacted.append(text, copied, text.length()).toString();
    }

    private @Nullable Finding find(Scan scan, int at) {
        char character = scan.at(at);
        if (Scan.isDigit(character)) {
            return scan.isInsideWord(at) ? null : first(atNumbers, scan, at);
        }
        if (Scan.isLetter(character) || Character.isSurrogate(character)) {
            return first(scan.isInsideWord(at) ? insideWords : atLetters, scan, at);
        }
        return switch (character) {
            case '@', '\uFF20', '%' -> first(atSigns, scan, at);
            case ':' -> first(atColons, scan, at);
            case '-' -> first(atHyphens, scan, at);
            case '(', '+', '\uFF0B' -> first(atNumbers, scan, at);
            default -> null;
        };
    }

    private static @Nullable Finding first(List<Detector> detectors, Scan scan, int at) {
        for (Detector detector : detectors) {
            Finding finding = detector.find(scan, at);
            if (finding != null) {
                return finding;
            }
        }
        return null;
    }
}
