package io.github.ticketsummarizer.telemetry.redaction;

import io.github.ticketsummarizer.telemetry.redaction.SecretName.Trust;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that a name gives away: {@code password=…}, {@code "api_key": "…"}, {@code ?sig=…}, {@code X-Sandbox-Key: …},
 * {@code Authorization: Bearer …}, {@code --token …}, {@code <password>…</password>}. Only the value goes.
 */
final class AssignedSecretDetector implements Detector {
    private static final ShortWords SCHEMES = new ShortWords("bearer", "basic", "apikey");
    private static final int LONGEST_SCHEME = 20;

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        int start = SecretName.start(scan, at);
        if (start < 0) {
            return null;
        }
        int end = SecretName.end(scan, start);
        if (Scan.isBlank(scan.at(end)) && SCHEMES.contains(scan, start, end)) {
            return behindScheme(scan, end + 1);
        }
        return SecretSeparator.mayFollow(scan, scan.at(start - 1), end) && !scan.isMark(start - 1)
                ? behind(scan, SecretName.of(scan, at, start, end))
                : null;
    }

    private static @Nullable Finding behind(Scan scan, SecretName name) {
        Trust trust = name.trust();
        if (trust == Trust.NONE) {
            return null;
        }
        SecretSeparator separator = SecretSeparator.behind(scan, name, trust == Trust.PASSWORD);
        return separator == null ? null : behind(scan, name, trust, separator);
    }

    private static @Nullable Finding behind(Scan scan, SecretName name, Trust trust, SecretSeparator separator) {
        SecretValue value = separator.kind() == SecretSeparator.Kind.TAG
                ? SecretValue.inside(scan, separator.end())
                : SecretValue.behind(scan, separator.end());
        if (value == null || name.countsTokens(value.text(scan))) {
            return null;
        }
        return switch (separator.kind()) {
            case COLON -> name.isOutcome() ? null : inHeader(scan, name, trust, value);
            case ASSIGNED -> inHeader(scan, name, trust.withEquals(), value);
            case TAG -> secretOrNull(scan, value, trust.withEquals());
            case NEXT_LINE -> value.endsLine(scan) ? secretOrNull(scan, value, trust.weakened()) : null;
            case WEAK -> secretOrNull(scan, value, trust.weakened());
        };
    }

    /** Headers have more than one word in their values. */
    private static @Nullable Finding inHeader(Scan scan, SecretName name, Trust trust, SecretValue value) {
        if (name.isCookie() && value.isCookie(scan)) {
            return new Finding(value.start(), value.cookiesEnd(scan), Mark.TOKEN);
        }
        if (name.isAuthorization()) {
            return authorization(scan, trust, value);
        }
        // A sentence in quotes is a passphrase only where it is called one.
        boolean isSentence = value.hasBlank(scan) && name.trust() != Trust.PASSWORD;
        return secretOrNull(scan, isSentence ? value.firstWord(scan) : value, trust);
    }

    private static @Nullable Finding authorization(Scan scan, Trust trust, SecretValue value) {
        SecretValue first = value.firstWord(scan);
        boolean another = first.end() - value.start() <= LONGEST_SCHEME && Scan.isBlank(scan.at(first.end()));
        if (!another) {
            return secretOrNull(scan, first, trust);
        }
        int second = first.end() + 1;
        Finding found = behindScheme(scan, second);
        return found == null && !scan.isMark(second) ? secretOrNull(scan, first, Trust.SECRET) : found;
    }

    private static @Nullable Finding behindScheme(Scan scan, int at) {
        return secretOrNull(scan, SecretValue.word(scan, at), Trust.SCHEME);
    }

    private static @Nullable Finding secretOrNull(Scan scan, SecretValue value, Trust trust) {
        if (scan.isMark(value.start()) || value.saysNothing(scan) || !trust.isSecret(value.text(scan))) {
            return null;
        }
        return new Finding(value.start(), value.whole(scan).end(), Mark.TOKEN);
    }
}
