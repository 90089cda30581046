package io.github.ticketsummarizer.telemetry.redaction;

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
    private static final Detector[] AT_SIGNS = {new EmailDetector()};
    private static final Detector[] AT_COLONS = {new UserInfoDetector(), new IpDetector()};
    private static final Detector[] AT_RUN_SIGNS = {new AssignedSecretDetector(), new KeyDetector(), new LoginDetector()
    };
    private static final Detector[] AT_NUMBERS = {
        new CardDetector(),
        new IpDetector(),
        new PhoneDetector(),
        new Base64Detector(),
        new KeyDetector(),
        new AssignedSecretDetector()
    };
    private static final Detector[] AT_LETTERS = {
        new AssignedSecretDetector(),
        new LoginDetector(),
        new Base64Detector(),
        new CardDetector(),
        new KeyDetector(),
        new IbanDetector(),
        new IpDetector(),
        new SpelledPhoneDetector(),
        new CuedNameDetector()
    };

    private final KnownPeople people;
    private final KnownNameDetector names;

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
        this.people = new KnownPeople(people);
        this.names = new KnownNameDetector(this.people);
    }

    /** The text without what was found in it; the same instance when nothing was. */
    public String redact(String text) {
        return redact(new Scan(text), text);
    }

    /** The same for JSON whose strings were redacted before. */
    String redactJson(String text) {
        return redact(new Scan(text, true), text);
    }

    private String redact(Scan scan, String text) {
        StringBuilder redacted = new StringBuilder();
        int at = 0;
        int copied = 0;
        while (at < text.length()) {
            Finding finding = find(scan, at);
            if (finding == null && text.charAt(at) == '\\') {
                at = scan.escapeEnd(at);
                scan.raiseFloor(at);
                continue;
            }
            if (finding == null) {
                at = people.wholeNames().isEmpty() ? scan.next(at) : at + 1;
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
            return scan.isInsideWord(at) ? null : first(AT_NUMBERS, scan, at);
        }
        if (Scan.isLetter(character) || Character.isSurrogate(character)) {
            return scan.isInsideWord(at) ? nameInsideWord(scan, at) : atWord(scan, at);
        }
        return switch (character) {
            case '\\' -> atBackslash(scan, at);
            case '@', '\uFF20', '%', '=', '&' -> first(AT_SIGNS, scan, at);
            case ':' -> first(AT_COLONS, scan, at);
            case '-', '_', '.', '~' -> first(AT_RUN_SIGNS, scan, at);
            case '(', '+', '\uFF0B' -> first(AT_NUMBERS, scan, at);
            default -> null;
        };
    }

    private @Nullable Finding atWord(Scan scan, int at) {
        Finding byRule = first(AT_LETTERS, scan, at);
        return byRule == null && !people.isEmpty() ? names.find(scan, at) : byRule;
    }

    /** In {@code CORP\nina} and {@code C:\Users\nina} the letter behind the backslash is no escape. */
    private @Nullable Finding atBackslash(Scan scan, int at) {
        Finding address = first(AT_SIGNS, scan, at);
        if (address != null || scan.isJson() || people.isEmpty()) {
            return address;
        }
        int end = scan.backslashesEnd(at);
        return Scan.isLetter(scan.at(end)) ? names.find(scan, end) : null;
    }

    private @Nullable Finding nameInsideWord(Scan scan, int at) {
        return people.wholeNames().isEmpty() ? null : names.find(scan, at);
    }

    private static @Nullable Finding first(Detector[] detectors, Scan scan, int at) {
        for (Detector detector : detectors) {
            Finding finding = detector.find(scan, at);
            if (finding != null) {
                return finding;
            }
        }
        return null;
    }
}
