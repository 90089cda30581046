package io.github.ticketsummarizer.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells in columns that are as wide as their widest cell. */
final class TextTable {
    private static final String GAP = "  ";

    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param alignment a letter a column: {@code l} for left, {@code r} for right */
    TextTable(String alignment) {
        this.alignment = alignment;
    }

    /** Adds a row; missing cells at its end are empty. */
    TextTable row(String... cells) {
        return row(List.of(cells));
    }

    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The rows, each a line that is ended. */
    String text() {
        int[] widths = IntStream.range(0, alignment.length())
                .map(column -> rows.stream()
                        .filter(row -> column < row.size())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> padded(row.get(column), widths[column], alignment.charAt(column)))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .map(line -> line + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static String padded(String cell, int width, char alignment) {
        String blanks = " ".repeat(width - cell.length());
        return alignment == 'r' ? blanks + cell : cell + blanks;
    }
}
