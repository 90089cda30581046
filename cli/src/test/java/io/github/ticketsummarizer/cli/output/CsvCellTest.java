package io.github.ticketsummarizer.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "- first point",
                "@SUM(A1)",
                "\ttab",
                "\rreturn",
                "\nline",
                "  =1+1",
                "\u00a0=1+1",
                "\u200b\u202e=1+1",
                "＝1+1",
                "=multi\nline",
                "-",
            })
    void aCellThatASpreadsheetWouldCalculateGetsAnApostrophe(String text) {
        assertThat(CsvCell.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "text", "a=b", "12", "-3", "+1.5", "-0,5", "'=1", "2026-03-01T10:00:00+05:30", "é"})
    void anyOtherCellStaysAsItIs(String text) {
        assertThat(CsvCell.safe(text)).isEqualTo(text);
    }
}
