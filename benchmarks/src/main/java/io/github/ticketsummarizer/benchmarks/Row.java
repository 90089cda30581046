package io.github.ticketsummarizer.benchmarks;

import java.util.List;

/**
 * A line of the table.
 *
 * @param measured what was measured, and under which conditions
 * @param result the figure, with its unit
 */
public record Row(String measured, String result) {
    /** The lines as a Markdown table. */
    static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder("| measured | result |\n|---|---|\n");
        for (Row row : rows) {
            table.append("| %s | %s |%n".formatted(row.measured(), row.result()));
        }
        return table.toString();
    }
}
