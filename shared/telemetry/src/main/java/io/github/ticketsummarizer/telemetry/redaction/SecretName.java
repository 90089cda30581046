package io.github.ticketsummarizer.telemetry.redaction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name before a value, and what it says of that value.
 *
 * @param text as it is written, without signs before it; at most its last 64 characters
 * @param end where it ends in the text that is scanned
 * @param isFlag whether it is written as an option of a command, {@code --password}
 */
record SecretName(String text, int end, boolean isFlag) {
    private static final List<String> PASSWORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "pwd",
            "passwort",
            "kennwort",
            "contraseña",
            "contrasena",
            "senha",
            "wachtwoord",
            "hasło",
            "heslo",
            "lösenord",
            "passord",
            "adgangskode",
            "salasana",
            "jelszó",
            "şifre",
            "пароль",
            "парола");
    /** Of languages that put no blank between their words. */
    private static final List<String> PASSWORDS_WITHIN = List.of("パスワード", "密码", "密碼", "口令", "비밀번호");
    /** Too short to be the end of any name: they are its last part. */
    private static final List<String> SHORT_PASSWORDS = List.of("pass", "pw");

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
    private static final int SHORT = 4;
    private static final int LONGEST = 64;

    private static final Pattern COUNT_OF_TOKENS =
            Pattern.compile("(?i).*(?:max|min|num|total|input|output|prompt|completion|cached)[_.-]?token");

    /** Where the name starts that shows itself here, at its first letter or a sign before it; negative for none. */
    static int start(Scan scan, int at) {
        if (scan.at(at) > 0x7F) {
            return scan.isStart(at) || within(scan, at) != null ? at : -1;
        }
        if (!scan.isRunStart(at)) {
            return -1;
        }
        int start = afterEscape(scan, at);
        while ("-_.~".indexOf(scan.at(start)) >= 0) {
            start++;
        }
        return Scan.isAsciiLetter(scan.at(start)) ? start : -1;
    }

    /** Where it ends. */
    static int end(Scan scan, int start) {
        if (scan.at(start) > 0x7F) {
            String word = within(scan, start);
            return word == null ? wordEnd(scan, start) : start + word.length();
        }
        return wordEnd(scan, scan.runEnd(start));
    }

    /** The name from its start to its end. */
    static SecretName of(Scan scan, int at, int start, int end) {
        return new SecretName(scan.text(Math.max(start, end - LONGEST), end), end, scan.at(at) == '-');
    }

    /** Behind {@code %26}, as addresses inside of addresses have it. */
    private static int afterEscape(Scan scan, int at) {
        boolean escape = scan.at(at - 1) == '%' && Scan.isHex(scan.at(at)) && Scan.isHex(scan.at(at + 1));
        return escape ? at + 2 : at;
    }

    private static @Nullable String within(Scan scan, int at) {
        for (String word : PASSWORDS_WITHIN) {
            if (scan.startsWith(word, at)) {
                return word;
            }
        }
        return null;
    }

    /** The end of a word that has letters beyond ASCII, bounded. */
    private static int wordEnd(Scan scan, int from) {
        int end = from;
        if (scan.at(end) > 0x7F) {
            while (end - from < LONGEST && Scan.isLetter(scan.at(end))) {
                end++;
            }
        }
        return end;
    }

    Trust trust() {
        String name = withoutNumber(text.toLowerCase(Locale.ROOT));
        String plain = name.replace("_", "").replace("-", "").replace(".", "").replace("~", "");
        if (PASSWORDS.stream().anyMatch(plain::endsWith) || PASSWORDS_WITHIN.contains(text) || name.equals("passe")) {
            return Trust.PASSWORD;
        }
        if (SECRETS.stream().anyMatch(secret -> isLastPart(name, plain, secret))
                || SHORT_PASSWORDS.stream().anyMatch(password -> isLastPart(name, plain, password))
                || isCamelPass()) {
            return Trust.SECRET;
        }
        return plain.endsWith("key") ? Trust.KEY : Trust.NONE;
    }

    /** {@code password1}, {@code password_2}. */
    private static String withoutNumber(String name) {
        int end = name.length();
        while (end > 1 && (Scan.isDigit(name.charAt(end - 1)) || "_-.~".indexOf(name.charAt(end - 1)) >= 0)) {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean isLastPart(String name, String plain, String secret) {
        if (secret.length() > SHORT) {
            return plain.endsWith(secret);
        }
        int before = name.length() - secret.length() - 1;
        return name.endsWith(secret) && (before < 0 || "_-.".indexOf(name.charAt(before)) >= 0);
    }

    private boolean isCamelPass() {
        String name = withoutNumber(text);
        return name.endsWith("Pass") && name.length() > SHORT && Character.isLowerCase(name.charAt(name.length() - 5));
    }

    /** Whether it is what a test says that went well. */
    boolean isOutcome() {
        return text.equals("PASS");
    }

    boolean isAuthorization() {
        return text.toLowerCase(Locale.ROOT).endsWith("authorization");
    }

    boolean isCookie() {
        return text.toLowerCase(Locale.ROOT).endsWith("cookie");
    }

    /** Whether such a value is what models count rather than what opens a door. */
    boolean countsTokens(String value) {
        if (!text.toLowerCase(Locale.ROOT).endsWith("token")) {
            return false;
        }
        boolean words = value.indexOf('_') > 0 && value.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
        boolean number = value.chars().allMatch(c -> c >= '0' && c <= '9');
        return words || (number && COUNT_OF_TOKENS.matcher(text).matches());
    }

    /** How sure it is that what follows is a secret. */
    enum Trust {
        NONE,
        /** Only where it looks like a key. */
        KEY,
        /** Where it is a word with a digit. */
        DIGITS,
        /** Where it is no plain word. */
        SECRET,
        /** Behind the name of a way to authenticate. */
        SCHEME,
        /** Anything that says something. */
        PASSWORD;

        Trust withEquals() {
            return this == SECRET ? PASSWORD : this;
        }

        /** Where what stands between name and value is as common in prose. */
        Trust weakened() {
            return this == SECRET || this == PASSWORD ? DIGITS : this;
        }

        boolean isSecret(String value) {
            boolean digit = value.chars().anyMatch(Character::isDigit);
            boolean letter = value.chars().anyMatch(Character::isLetter);
            return switch (this) {
                case NONE -> false;
                case KEY -> digit && letter && value.length() >= 12;
                case SCHEME -> value.length() >= 8 && (digit || value.length() >= 20 || value.endsWith("="));
                case DIGITS -> value.length() >= 6 && digit;
                case SECRET -> value.length() >= 6 && (digit || value.indexOf('_') > 0);
                case PASSWORD -> value.length() >= 4 && value.chars().distinct().count() > 1;
            };
        }
    }
}
