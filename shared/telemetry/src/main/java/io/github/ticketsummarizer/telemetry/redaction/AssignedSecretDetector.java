package io.github.ticketsummarizer.telemetry.redaction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that a name gives away: {@code password=…}, {@code "api_key": "…"}, {@code ?sig=…}, {@code X-Sandbox-Key: …},
 * {@code Authorization: Bearer …}. Only the value goes.
 */
final class AssignedSecretDetector implements Detector {
    private static final List<String> PASSWORDS = List.of("password", "passwd", "passphrase", "passcode", "pwd");
    private static final List<String> SECRETS = List.of(
            "secret",
            "token",
            "apikey",
            "accesskey",
            "secretkey",
            "privatekey",
            "authkey",
            "signature",
            "sig",
            "auth",
            "authorization",
            "credential",
            "credentials",
            "sessionid",
            "jsessionid",
            "phpsessid",
            "cookie",
            "assertion");
    private static final ShortWords SCHEMES = new ShortWords("bearer", "basic", "apikey");
    private static final Set<String> SAYS_NOTHING = Set.of(
            "true",
            "false",
            "null",
            "none",
            "required",
            "missing",
            "incorrect",
            "expired",
            "invalid",
            "wrong",
            "reset",
            "redacted",
            "hidden",
            "empty",
            "string",
            "unknown",
            "failed",
            "denied",
            "revoked",
            "****",
            "bearer",
            "basic");
    private static final int LONGEST_SCHEME = 6;
    private static final int LONGEST_NAME = 64;
    /** Looked at to tell whether it is a secret; all of it goes when it is. */
    private static final int BEGINNING = 128;

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (!scan.isRunStart(at) || !Scan.isLetter(scan.at(at))) {
            return null;
        }
        int nameEnd = scan.runEnd(at);
        if (nameEnd - at > LONGEST_NAME || "\"'\\ :=".indexOf(scan.at(nameEnd)) < 0) {
            return null;
        }
        int value = valueStart(scan, nameEnd);
        boolean maybeScheme = nameEnd - at <= LONGEST_SCHEME && Scan.isBlank(scan.at(nameEnd));
        if (value < 0 && !maybeScheme) {
            return null;
        }
        if (SCHEMES.contains(scan, at, nameEnd)) {
            return maybeScheme ? secretOrNull(scan, nameEnd + 1, Trust.SCHEME) : null;
        }
        Trust trust = value < 0 ? Trust.NONE : trustIn(scan.lowerCase(at, nameEnd));
        if (trust == Trust.NONE) {
            return null;
        }
        return secretOrNull(scan, value, separatedByEquals(scan, nameEnd, value) ? trust.withEquals() : trust);
    }

    /** How sure it is that what follows is a secret. */
    private enum Trust {
        NONE,
        /** Only where it looks like a key. */
        KEY,
        /** Where it is no plain word. */
        SECRET,
        SCHEME,
        /** Anything that says something. */
        PASSWORD;

        Trust withEquals() {
            return this == SECRET ? PASSWORD : this;
        }
    }

    private static Trust trustIn(String name) {
        String plain = name.replace("_", "").replace("-", "").replace(".", "");
        for (String password : PASSWORDS) {
            if (plain.endsWith(password)) {
                return Trust.PASSWORD;
            }
        }
        for (String secret : SECRETS) {
            if (isLastPart(name, plain, secret)) {
                return Trust.SECRET;
            }
        }
        return plain.endsWith("key") ? Trust.KEY : Trust.NONE;
    }

    private static boolean isLastPart(String name, String plain, String secret) {
        return secret.length() > 4 ? plain.endsWith(secret) : name.equals(secret) || name.endsWith("_" + secret);
    }

    /** Behind a colon or an equals sign, with quotes and blanks around it; negative when there is none. */
    private static int valueStart(Scan scan, int nameEnd) {
        if (scan.at(nameEnd) == ' ' && Scan.isLetterOrDigit(scan.at(nameEnd + 1))) {
            return -1;
        }
        int i = skip(scan, nameEnd, "\"'\\", 4);
        i = skip(scan, i, " ", 2);
        int separator = i;
        i = skip(scan, i, ":=", 2);
        if (i == separator) {
            return -1;
        }
        return skip(scan, skip(scan, i, " ", 2), "\"'\\", 4);
    }

    private static boolean separatedByEquals(Scan scan, int nameEnd, int value) {
        String between = scan.text(nameEnd, value);
        return between.indexOf('=') >= 0 || between.indexOf('"') >= 0 || between.indexOf('\'') >= 0;
    }

    private static int skip(Scan scan, int at, String characters, int most) {
        int i = at;
        while (i - at < most && i < scan.length() && characters.indexOf(scan.at(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static @Nullable Finding secretOrNull(Scan scan, int start, Trust trust) {
        int end = valueEnd(scan, start, BEGINNING);
        if (scan.isMark(start)
                || SAYS_NOTHING.contains(scan.lowerCase(start, end))
                || !isSecret(scan.text(start, end), trust)) {
            return null;
        }
        return new Finding(start, valueEnd(scan, start, scan.length()), Mark.TOKEN);
    }

    private static int valueEnd(Scan scan, int start, int most) {
        int end = start;
        while (end - start < most && isValueCharacter(scan.at(end))) {
            end++;
        }
        while (end > start && ".:!?".indexOf(scan.at(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isValueCharacter(char character) {
        return character > ' ' && !Scan.isBlank(character) && "\"'\\,;&<>(){}[]|`".indexOf(character) < 0;
    }

    private static boolean isSecret(String value, Trust trust) {
        boolean digit = value.chars().anyMatch(Character::isDigit);
        boolean letter = value.chars().anyMatch(Character::isLetter);
        return switch (trust) {
            case NONE -> false;
            case KEY -> digit && letter && value.length() >= 12;
            case SCHEME -> value.length() >= 8 && (digit || value.length() >= 20 || value.endsWith("="));
            case SECRET -> value.length() >= 6 && (digit || value.indexOf('_') > 0);
            case PASSWORD -> value.length() >= 4;
        };
    }
}
