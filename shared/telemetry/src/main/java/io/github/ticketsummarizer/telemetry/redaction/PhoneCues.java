package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Set;

/** The words before a number that make it a phone number: {@code Tel.}, {@code phone_number=}, {@code Handynummer:}. */
final class PhoneCues {
    private static final int LONGEST_WORD = 24;
    private static final int MOST_BETWEEN = 6;
    private static final Set<String> PHONES = Set.of(
            "tel",
            "tél",
            "phone",
            "telephone",
            "telefon",
            "telefono",
            "teléfono",
            "telefone",
            "telefoon",
            "téléphone",
            "mobil",
            "móvil",
            "fax",
            "whatsapp",
            "ph",
            "rufnummer",
            "puhelin",
            "電話",
            "전화");
    /** They stand before other numbers too: {@code call 20250908 failed}. */
    private static final Set<String> OTHERS = Set.of("mobile", "cell", "handy", "call", "sms", "direct");

    private static final Set<String> NUMBERS = Set.of("number", "nummer", "no", "nr", "num", "numero", "número");

    private PhoneCues() {}

    /** How much the word before a number says. */
    enum Cue {
        NONE,
        /** A number that is written as phone numbers are. */
        WEAK,
        ANY_NUMBER;

        /** Whether it makes a phone number of one that has so many groups. */
        boolean allows(String number, int groups) {
            return switch (this) {
                case NONE -> false;
                case WEAK -> groups > 1 || number.charAt(0) == '0' || (number.length() >= 9 && number.length() <= 12);
                case ANY_NUMBER -> true;
            };
        }
    }

    static Cue before(Scan scan, int at) {
        int end = nameEnd(scan, at);
        int start = wordStart(scan, end);
        String word = word(scan, start, end);
        boolean named =
                scan.text(end, at).indexOf(':') >= 0 || scan.text(end, at).indexOf('=') >= 0;
        if (NUMBERS.contains(word)) {
            int before = Scan.isBlank(scan.at(start - 1)) || "_-.".indexOf(scan.at(start - 1)) >= 0 ? start - 1 : start;
            word = word(scan, wordStart(scan, before), before);
        } else {
            word = withoutNumber(word);
        }
        if (PHONES.contains(word) || (named && (word.endsWith("phone") || word.endsWith("telefon")))) {
            return Cue.ANY_NUMBER;
        }
        if (OTHERS.contains(word)) {
            return named ? Cue.ANY_NUMBER : Cue.WEAK;
        }
        return Cue.NONE;
    }

    /** {@code telefonnummer}, {@code phonenumber} */
    private static String withoutNumber(String word) {
        for (String number : NUMBERS) {
            if (number.length() > 3 && word.endsWith(number) && !PHONES.contains(word)) {
                return word.substring(0, word.length() - number.length());
            }
        }
        return word;
    }

    private static int nameEnd(Scan scan, int at) {
        int end = at;
        while (at - end < MOST_BETWEEN && (Scan.isBlank(scan.at(end - 1)) || ":=\".".indexOf(scan.at(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }

    private static int wordStart(Scan scan, int end) {
        int start = end;
        while (end - start < LONGEST_WORD && Scan.isLetter(scan.at(start - 1))) {
            start--;
        }
        return start;
    }

    private static String word(Scan scan, int start, int end) {
        return start < end ? scan.lowerCase(start, end) : "";
    }
}
