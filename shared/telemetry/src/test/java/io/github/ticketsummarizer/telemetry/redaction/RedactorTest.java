package io.github.ticketsummarizer.telemetry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '\0', textBlock = """
            write to karen.aldous@brightwater.example.com.     | write to [email].
            <mailto:o'hara+web@shop.example.org>               | <mailto:[email]>
            ?email=a%2Bb%40example.com&x=1                     | ?email=[email]&x=1
            björn.åker@fjordmarine.example                     | [email]
            "karen aldous"@example.com                         | [email]
            root@192.0.2.7                                     | [email]
            +44 20 7946 0112, or (02) 5550 7719                | [phone], or [phone]
            Tel 12085550139 and 020 7946 0958                  | Tel [phone] and [phone]
            33 1 99 00 15 27                                   | [phone]
            415-555-0134 / 06-12345678                         | [phone] / [phone]
            +49 171 39200 62                                   | [phone]
            zero one seven one, three nine two zero            | [phone]
            card 4242 4242 4242 4242 exp 12/27                 | card [card] exp 12/27
            3782 822463 10005, 4111111111111111                | [card], [card]
            DE89 3704 0044 0532 0130 00 and GB82WEST12345698765432 | [iban] and [iban]
            BR18 0036 0305 0000 1000 9795 493C 1               | [iban]
            from 203.0.113.13:443, 198.51.100.0/24             | from [ip]:443, [ip]
            [2001:db8:1c::9]:8080 and fe80::1%eth0             | [[ip]]:8080 and [ip]
            ::ffff:192.0.2.1 and 2001:db8:0:1:2:3:4:5          | [ip] and [ip]
            https://karen:s3cret@example.com/a                 | https://[token]@example.com/a
            password=hunter2; "api_key": "abcd1234efgh"        | password=[token]; "api_key": "[token]"
            GET /a?access_token=abc123&page=2&sig=0f9a8b       | GET /a?access_token=[token]&page=2&sig=[token]
            Authorization: Bearer abc.def-123456               | Authorization: Bearer [token]
            X-Sandbox-Key: cdk_test_7f0e11FAKE22sandbox9c4     | X-Sandbox-Key: [token]
            use sk-proj-AbCdEf0123456789 or AKIAIOSFODNN7EXAMP | use [token] or [token]
            key a1b2c3d4EXAMPLEe5f6.                           | key [token].
            eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.dozjgNryP4 | [token]
            the book-keeper (Frau Dr. Dahlke) said             | the book-keeper (Frau Dr. [name]) said
            From: Prudence Okonjo <x@example.com>              | From: [name] <[email]>
            """)
    void takesOutWhatIsPersonalOrSecret(String text, String redacted) {
        assertThat(redactor.redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ticket 78788 and 99871, comment 41208330166516, user 40111000345028",
                "custom field 360024807472, run 0190a7c4-3f1e-7000-8000-4b2f9c1d2e3f",
                "trace 4bf92f3577b34da6a3ce929d0e0e4736, commit a1be64a, sha256 9f86d081884c7d659a2feaa0c55ad015",
                "versions 1.2.3, 6.47, v2.31.1-alpha, 120.0.6099.109, version 4.2.0.1, Chrome/120.0.0.0",
                "on 2025-06-10 02:14:07.112, 10.06.2025 09:14, 06/10/2025, 2025-02-10T09:14:00Z, 01-02-2025 10:14",
                "1749521647112 ms, 1,234,567.89 EUR, 12 345 678 rows, error 0x80070005, 50 000 000",
                "WorkStation, Smart Tips, Enterprise Analytics, Mobile, Guidance and Insights",
                "at com.example.Foo.bar(Foo.java:1234) ~[app-1.2.3.jar:1.2.3]",
                "std::vector, add::face, Outer::Inner, 12:34:56, 127.0.0.1, ::1, localhost:8080",
                "@Override, user@host, react@18.2.0, Object@1a2b3c",
                "max_tokens=500, token_count: 3672, password required, the key: see the wiki, sort_key=name",
                "gemini-2.5-flash, claude-sonnet-4-5-20250929, gpt-4o-2024-08-06, text-embedding-3-small",
                "diagnostic_yes, cross_team_n/a, smart_tip_test_2024, element_not_found",
                "1. Open the studio\n2. Choose the tip\n3. 0 of 420 buyers, 50% of 12 tenants",
                "Hi team,\nHello there,\nDear all,"
            })
    void leavesWhatLooksAlike(String text) {
        assertThat(redactor.redact(text)).isSameAs(text);
    }

    @Test
    void knowsThePeopleThatItIsTold() {
        Redactor knowing = new Redactor(
                List.of("Karen Aldous", "Noor El-Amrani", "Will Tanaka", "三枝 美佐子", "siobhán.farrelly@example.com"));

        assertThat(knowing.redact("Hi karen, Will you ask Will Tanaka? k.aldous and noor el amrani will. KAREN's tip."))
                .isEqualTo("Hi [name], Will you ask [name]? [name] and [name] will. [name]'s tip.");
        assertThat(knowing.redact("三枝様 Siobhan Farrelly, S. Farrelly <karen.aldous@example.com>"))
                .isEqualTo("[name]様 [name], S. [name] <[email]>");
        assertThat(knowing.redact("the karenina of aldousville")).isEqualTo("the karenina of aldousville");
    }

    @Test
    void seesWhatStandsBehindTheEscapesOfJson() {
        assertThat(redactor.redact("{\"a\":\"Tel\\n020 7946 0958\\nkaren@example.com\\t\\\"203.0.113.9\\\"\"}"))
                .isEqualTo("{\"a\":\"Tel\\n[phone]\\n[email]\\t\\\"[ip]\\\"\"}");
        assertThat(redactor.redact("\\\\n020 7946 0958 \\u003ckaren@example.com\\u003e"))
                .isEqualTo("\\\\n[phone] \\u003c[email]\\u003e");
    }

    @Test
    void redactsNothingTwice() {
        Redactor knowing = new Redactor(List.of("Karen Aldous"));
        String once =
                knowing.redact("Karen karen@example.com password=hunter22 https://a:b@example.com Bearer abc12345 "
                        + "4242 4242 4242 4242 +1 555 0107 DE89 3704 0044 0532 0130 00 2001:db8::1 Dear Mrs Aitken,");

        assertThat(once)
                .isEqualTo("[name] [email] password=[token] https://[token]@example.com Bearer [token] [card] [phone] "
                        + "[iban] [ip] Dear Mrs [name],");
        assertThat(knowing.redact(once)).isSameAs(once);
    }

    @Test
    void readsAnyTextToItsEnd() {
        Random random = new Random(7);
        String alphabet = "a1@.:/+-()\\\"'=% _[]\n\uD83D\uDE00é漢０";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(24, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            String once = redactor.redact(text.toString());

            assertThat(redactor.redact(once)).as("twice: %s", text).isEqualTo(once);
        }
    }
}
