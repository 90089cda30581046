package io.github.ticketsummarizer.telemetry.redaction;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keys and tokens that show what they are by themselves: a beginning that their issuer gives them, a word like {@code
 * live} or {@code test} among their parts, or letters and digits mixed as only chance mixes them. Hexadecimal ids and
 * UUIDs stay.
 */
final class KeyDetector implements Detector {
    /** The one beginning behind which there may be no digit. */
    private static final String WEBHOOK_SECRET = "whsec_";

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[_.~-]");

    private static final List<String> ISSUED = List.of(
            "sk-",
            "sk_",
            "pk_live",
            "pk_test",
            "pk-lf-",
            "rk_live",
            "rk_test",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "xoxa-",
            "xoxb-",
            "xoxe-",
            "xoxp-",
            "xoxr-",
            "xoxs-",
            "xapp-",
            "AKIA",
            "ASIA",
            "AIza",
            "ya29.",
            "eyJ",
            "hf_",
            "npm_",
            "pypi-",
            "dop_v1_",
            "SG.",
            WEBHOOK_SECRET,
            "shpat_",
            "shpss_",
            "sq0",
            "lsv2_",
            "bt-st-",
            "dapi",
            "EAAC",
            "AGE-SECRET-KEY-",
            "GOCSPX-",
            "hvs.",
            "hvb.",
            "NRAK-",
            "xkeysib-",
            "PMAK-",
            "dckr_pat_",
            "lin_api_",
            "ATATT3",
            "glrt-",
            "gsk_",
            "ntn_",
            "figd_",
            "rubygems_");
    private static final Set<String> KEY_WORDS = Set.of(
            "live", "test", "demo", "prod", "sandbox", "probe", "secret", "key", "token", "embed", "apikey", "pat");
    private static final int SHORTEST_ISSUED = 12;
    private static final int SHORTEST_PART = 8;
    private static final int SHORTEST_MIXED = 16;
    private static final int LONGEST = 8192;
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    /** Whoever knows such an address may write to the channel. */
    private static final String WEBHOOK = "hooks.slack.com/";

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (!scan.isRunStart(at)) {
            return null;
        }
        if (scan.at(at) == '-' && scan.startsWith("-----BEGIN ", at)) {
            return privateKey(scan, at);
        }
        if (scan.at(at) == 'h' && scan.startsWith(WEBHOOK, at)) {
            return webhook(scan, at + WEBHOOK.length());
        }
        int runEnd = scan.runEnd(at);
        if (runEnd - at < SHORTEST_ISSUED) {
            return null;
        }
        int end = trimmedEnd(scan, at, runEnd);
        if (end - at < SHORTEST_ISSUED || end - at > LONGEST) {
            return null;
        }
        String run = scan.text(at, end);
        if (!hasDigit(run) && !run.startsWith(WEBHOOK_SECRET)) {
            return null;
        }
        return isIssued(run) || isNamedKey(run) || isMixedByChance(run) ? new Finding(at, end, Mark.TOKEN) : null;
    }

    private static int trimmedEnd(Scan scan, int start, int end) {
        int trimmed = end;
        while (trimmed > start && ".-~".indexOf(scan.at(trimmed - 1)) >= 0) {
            trimmed--;
        }
        return trimmed;
    }

    private static @Nullable Finding privateKey(Scan scan, int at) {
        int most = Math.min(scan.length(), at + LONGEST);
        int label = scan.text(at, Math.min(scan.length(), at + 64)).indexOf(PRIVATE_KEY);
        if (label < 0) {
            return null;
        }
        String rest = scan.text(at, most);
        int endLine = rest.indexOf("-----END ");
        int close = endLine < 0 ? -1 : rest.indexOf("-----", endLine + 9);
        return new Finding(at, close < 0 ? most : at + close + 5, Mark.TOKEN);
    }

    /** Its path, behind the word that says what kind it is. */
    private static @Nullable Finding webhook(Scan scan, int at) {
        int start = scan.wordEnd(at) + 1;
        int end = start;
        while (scan.at(end) == '/' || Scan.isLetterOrDigit(scan.at(end))) {
            end++;
        }
        return end - start >= SHORTEST_ISSUED && scan.at(start - 1) == '/' ? new Finding(start, end, Mark.TOKEN) : null;
    }

    /** Whether it begins as only what an issuer gives to open its doors. */
    static boolean isIssued(String run) {
        for (String beginning : ISSUED) {
            if (run.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** {@code cdk_test_7f0e11…}: behind a word of that kind comes a part of letters and digits. */
    private static boolean isNamedKey(String run) {
        boolean named = false;
        int letters = 0;
        for (String part : BETWEEN_PARTS.split(run, 0)) {
            if (named && part.length() >= SHORTEST_PART && digits(part) >= 3 && digits(part) < part.length()) {
                return true;
            }
            named |= KEY_WORDS.contains(part);
            letters += named && isCapitals(part) ? 1 : 0;
        }
        return named && letters > 0 && run.length() >= SHORTEST_MIXED;
    }

    private static boolean isCapitals(String part) {
        return part.length() >= 4 && part.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static boolean isMixedByChance(String run) {
        if (run.length() < SHORTEST_MIXED || run.indexOf('.') >= 0) {
            return false;
        }
        boolean capitals = run.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        boolean small = run.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        return capitals
                && small
                && digitsAmongLetters(run) >= 2
                && digitsAmongLetters(Identifiers.UUIDS.matcher(run).replaceAll("")) >= 2;
    }

    /** How often a digit stands between two letters, or a number between two in one part. */
    private static int digitsAmongLetters(String run) {
        int found = 0;
        boolean letterBefore = false;
        boolean digitBefore = false;
        for (int i = 0; i < run.length(); i++) {
            char character = run.charAt(i);
            boolean letter = Scan.isAsciiLetter(character);
            found += letter && digitBefore ? 1 : 0;
            digitBefore = Scan.isDigit(character) && (letterBefore || digitBefore || found > 0);
            letterBefore = letter;
        }
        return found;
    }

    private static boolean hasDigit(String run) {
        for (int i = 0; i < run.length(); i++) {
            if (Scan.isDigit(run.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static long digits(String run) {
        return run.chars().filter(c -> c >= '0' && c <= '9').count();
    }
}
