package io.github.ticketsummarizer.telemetry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    /** Of no key; random as those of keys are. */
    private static final String LINE = "MIIEpAIBAAKCAQEA1c7+9z5Pad7OejecsQ0bu3aumhT5Ri6EJ5cGCWu4kq0Q9xTb";

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "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",
                "hvs.CAESIJ1abcdefghij2",
                "NRAK-ABCDEFGHIJ12345",
                "xkeysib-0123abcdef",
                "PMAK-64f0c0ffee0123456789",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
            })
    void areFoundByWhatTheyLookLike(String key) {
        assertThat(redactor.redact("use %s here".formatted(key))).isEqualTo("use [token] here");
    }

    @Test
    void anAddressThatLetsWriteToAChannelIsOne() {
        assertThat(redactor.redact("https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXX is it"))
                .isEqualTo("https://hooks.slack.com/services/[token] is it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            Jk3/xQ9aB;%1$s;%1$s;abC9dd==;-----END PRIVATE KEY-----;Thanks       | [token];-----END PRIVATE KEY-----;Thanks
            %1$s;%1$s                                                          | [token]
            ---- BEGIN SSH2 PRIVATE KEY ----;%1$s;ijKL+mn==;---- END           | ---- BEGIN SSH2 PRIVATE KEY ----;[token];---- END
            Private-Lines: 2;%1$s;ijKL+mn==;Private-MAC: 01                    | Private-Lines: 2;[token];Private-MAC: 01
            """)
    void piecesOfPrivateKeysAreFoundByTheirLines(String text, String redacted) {
        String once = redactor.redact(text.formatted(LINE).replace(';', '\n'));

        assertThat(once).isEqualTo(redacted.replace(';', '\n'));
        assertThat(redactor.redact(once)).isSameAs(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/share/Applications/OrderService2/src/main/java/com/example/Foo",
                "getUserAccountById2ForCustomerOrderServiceXyz3",
                "https://example.com/api/v2/Customers/Orders/12345/LineItems/99887766",
                "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "ticket-summarizer-synthesis-3f2A1B4c-9d5e-4a1b-9c2d-1e2f3a4b5c6d-StreamThread-1-producer",
                "hooks.slack.com is down"
            })
    void leavesWhatLooksAlike(String text) {
        assertThat(redactor.redact(text)).isSameAs(text);
    }
}
