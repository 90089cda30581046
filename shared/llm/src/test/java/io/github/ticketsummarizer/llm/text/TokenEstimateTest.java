package io.github.ticketsummarizer.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {
    /** Counted with jtokkit 1.1.0: the higher of o200k and cl100k. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "17 | The welcome tip is not shown on the invoice page since Monday, please help us.",
                "41 | Der Hinweis wird seit Montag auf der Rechnungsseite nicht mehr angezeigt. Könnten Sie bitte prüfen, ob die Sichtbarkeitsregel geändert wurde?",
                "32 | Подсказка не отображается на странице счетов с понедельника. Не могли бы вы проверить?",
                "28 | 自周一以来，发票页面上不再显示提示。请检查可见性规则是否已更改？",
                "23 | 월요일부터 청구서 페이지에 팁이 표시되지 않습니다.",
                "32 | لا يظهر التلميح في صفحة الفواتير منذ يوم الاثنين.",
                "29 | div#app > ul.nav-list:nth-child(3) li[data-id=\"x-42\"] a.btn.btn-primary:not(.is-hidden)",
                "27 | 8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60"
            })
    void isAboveWhatATokenizerCounts(long counted, String text) {
        assertThat(TokenEstimate.of(text)).isBetween(counted, 3 * counted);
    }

    @Test
    void aTextOfMarksIsDear() {
        assertThat(TokenEstimate.of("o" + "\u0301".repeat(1_000))).isGreaterThan(1_800);
    }

    @Test
    void aTextIsCutWhereItsTokensEndAndNeverInsideACharacter() {
        String text = "word ".repeat(100) + "\uD83D\uDE00".repeat(100);

        for (int from = 0, to; from < text.length(); from = to) {
            to = TokenEstimate.cut(text, from, 7);
            assertThat(to).isGreaterThan(from);
            assertThat(TokenEstimate.of(text.substring(from, to))).isLessThanOrEqualTo(8);
            assertThat(to < text.length() && Character.isLowSurrogate(text.charAt(to)))
                    .isFalse();
        }
        assertThat(TokenEstimate.cut("short", 0, 7)).isEqualTo(5);
    }
}
