package io.github.ticketsummarizer.telemetry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal data as tools and people write it where they do not write it the usual way, and what only looks like it. */
class UnusualShapesTest {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            refused: db01.acme.com/10.77.66.55:5432            | refused: db01.acme.com/[ip]:5432
            host/10.0.0.1, node/203.0.113.7, DB/192.168.1.9    | host/[ip], node/[ip], DB/[ip]
            Server/203.0.113.7:443                             | Server/[ip]:443
            [IPv6:2001:db8:beef::77] source:2001:db8::1        | [IPv6:[ip]] source:[ip]
            203[.]0[.]113[.]7, 203(.)0(.)113(.)8               | [ip], [ip]
            ip-10-20-30-40.ec2.internal                        | ip-[ip].ec2.internal
            ec2-203-0-113-25.compute-1.amazonaws.com           | ec2-[ip].compute-1.amazonaws.com
            agent 10.20.30.40, driver 203.0.113.4              | agent [ip], driver [ip]
            moved from 203.0.113.1 to 203.0.113.3              | moved from [ip] to [ip]
            """)
    void findsAddressesOfMachines(String text, String redacted) {
        assertThat(redactor.redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            4111\u20111111\u20111111\u20111111, 4111 \u2013 1111 | [card], 4111 \u2013 1111
            VISA4012888888881881, Card4111 1111 1111 1111      | VISA[card], Card[card]
            4111  1111  1111  1111                             | [card]
            DE89  3704  0044  0532  0130  00                   | [iban]
            DE89.3704.0044.0532.0130.00                        | [iban]
            +49 89 / 7654321, 089 / 7654322                    | [phone], [phone]
            089 - 7654322                                      | [phone]
            +1  415  555  0123                                 | [phone]
            +49(0)1712345678, +49 (0) 171 2345678              | [phone], [phone]
            (+49) 171 2345678                                  | [phone]
            phone number: 0612345678                           | phone number: [phone]
            phone_number=612345678, "contactPhone":"612345678" | phone_number=[phone], "contactPhone":"[phone]"
            Telefonnummer: 6123456, Handynummer 01711234567    | Telefonnummer: [phone], Handynummer [phone]
            call 0612345678, mobile: 6123456                   | call [phone], mobile: [phone]
            """)
    void findsNumbers(String text, String redacted) {
        assertThat(redactor.redact(text)).isEqualTo(redacted);
    }

    @Test
    void findsACardThatGoesOnInTheNextLine() {
        assertThat(redactor.redact("4111 1111\n1111 1111")).isEqualTo("[card]");
        assertThat(redactor.redact("411111111111\n1111\n")).isEqualTo("411111111111\n1111\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            jane\u00ad.doe@ac\u200bme.com                      | [email]
            jane@acme.\u200bcom                                | [email]
            To: jane.doe=40acme.com                            | To: [email]
            bounce+1-verp.mail=acme-mail.com@lists.example.org | [email]
            bounce-jane.doe=acme.com@lists.example.org         | [email]
            ?email=jane.doe@acme.com                           | ?email=[email]
            jane&#64;acme.com, jane&#x40;acme.com              | [email], [email]
            mail jane\\u0040acme.com or jane\\\\u0040acme.com  | mail [email] or [email]
            """)
    void findsAddressesOfMail(String text, String redacted) {
        assertThat(redactor.redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgraded from 23.10.2.1 to 23.10.6.3, upgrade to 4.1.0.7",
                "Oracle 19.3.0.0, driver 12.2.0.1, agent 1.2.3.4, release 5.1.2.9, build: 4.5.6.7, patch 1.0.0.2",
                "Chrome/120.0.0.0 Safari/17.1.0.2, mask 255.255.255.0",
                "call 20250908 failed, direct 1234567 rows, call 41208330166516",
                "+1234567 ns, +12345678 rows, +1234567",
                "01-02-03-04-05, 1, 2, 3, 4, 5, 6, 7, 8",
                "git@github.com:acme/app.git, lodash@4.17.21.tgz, react@18.2.0, user@host",
                "width=40px.css, timeout=40ms.default, a=40.5, x&y=40, &#64; alone, %40 alone",
                "12  34  5678, 3 / 4 / 2024, 12 - 15 - 17, pages 100 - 200, 1. 2. 3.",
                "10  200  3000  40000\n50000  6000  700  80",
                "label:12:34:56, key:beef:cafe, map[face:12], std::array::12",
                "discover100 items, card12, ip-address, ec2-instance-12, ip-10-20"
            })
    void leavesWhatLooksAlike(String text) {
        assertThat(redactor.redact(text)).isSameAs(text);
    }

    @Test
    void redactsNothingTwice() {
        Random random = new Random(11);
        String[] pieces = {
            "a",
            "b.de",
            "@",
            "=",
            "=40",
            "&#64;",
            "%40",
            "\\",
            "\\u0040",
            "\\n",
            "+",
            "-",
            " ",
            "  ",
            "\n",
            "(",
            ")",
            "(0)",
            "/",
            "1",
            "4111",
            "49",
            "00",
            ".",
            "[.]",
            ":",
            "::",
            "beef",
            "10.",
            "ip-",
            "visa",
            "DE89",
            "tel",
            "call ",
            "no. ",
            "\u00ad",
            "\u2011",
            "Mark",
            "[email]",
            "[ip]",
            "to ",
            "upgraded ",
            "version "
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(10, 0, pieces.length).forEach(i -> text.append(pieces[i]));
            String once = redactor.redact(text.toString());

            assertThat(redactor.redact(once)).as("twice: %s", text).isEqualTo(once);
        }
    }
}
