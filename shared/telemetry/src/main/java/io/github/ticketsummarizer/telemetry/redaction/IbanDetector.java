package io.github.ticketsummarizer.telemetry.redaction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** International bank account numbers (ISO 13616): a country's length and right check digits, in groups or in one. */
final class IbanDetector implements Detector {
    /** Country and length, from the IBAN registry of SWIFT, release 98. */
    private static final String REGISTRY =
            "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18"
                    + "DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28"
                    + "LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33"
                    + "SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    private static final int ENTRY = 4;
    /** Between two groups. */
    private static final int MOST_SEPARATORS = 2;

    private static final Map<String, Integer> LENGTHS = lengths();

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        boolean looksRight = Scan.isAsciiLetter(scan.at(at))
                && Scan.isAsciiLetter(scan.at(at + 1))
                && Scan.isDigit(scan.at(at + 2))
                && Scan.isDigit(scan.at(at + 3));
        if (!looksRight || !scan.isStart(at)) {
            return null;
        }
        Integer length = LENGTHS.get(scan.text(at, at + 2).toUpperCase(Locale.ROOT));
        return length == null ? null : find(scan, at, length);
    }

    private static Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        for (int i = 0; i < REGISTRY.length(); i += ENTRY) {
            lengths.put(REGISTRY.substring(i, i + 2), Integer.valueOf(REGISTRY.substring(i + 2, i + ENTRY)));
        }
        return Map.copyOf(lengths);
    }

    private static @Nullable Finding find(Scan scan, int at, int length) {
        StringBuilder number = new StringBuilder(length);
        int separators = 0;
        int i = at;
        while (number.length() < length) {
            char character = scan.at(i);
            if (Scan.isAsciiLetter(character) || Scan.isDigit(character)) {
                number.append(Character.toUpperCase(character));
                separators = 0;
            } else if (!isSeparator(character) || separators++ == MOST_SEPARATORS) {
                return null;
            }
            i++;
        }
        return scan.isEnd(i) && hasRightCheckDigits(number.toString()) ? new Finding(at, i, Mark.IBAN) : null;
    }

    private static boolean isSeparator(char character) {
        return character == '.' || Scan.isHyphen(character) || (character != '\t' && Scan.isBlank(character));
    }

    private static boolean hasRightCheckDigits(String number) {
        int remainder = 0;
        String rearranged = number.substring(4) + number.substring(0, 4);
        for (int i = 0; i < rearranged.length(); i++) {
            int value = Character.digit(rearranged.charAt(i), Character.MAX_RADIX);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }
}
