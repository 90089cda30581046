package io.github.ticketsummarizer.cli.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.ticketsummarizer.cli.CliException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a CSV file of ticket ids. Its header decides: {@code Serial No,Ticket ID} or {@code Zendesk Tickets ID}, in any
 * case and with any blanks. A byte order mark, quotes, either line ending, blank lines and empty columns at the end of
 * a line are taken as they come.
 */
public final class TicketCsv {
    private static final List<String> WITH_SERIAL = List.of("serialno", "ticketid");
    private static final List<String> IDS_ONLY = List.of("zendeskticketsid");
    // Spreadsheets leave no-break spaces, which strip() keeps.
    private static final Pattern SURROUNDING_BLANKS = Pattern.compile("^[\\s\\u00a0\\ufeff]+|[\\s\\u00a0\\ufeff]+$");
    private static final String BOTH_FORMS = "'Serial No,Ticket ID' or 'Zendesk Tickets ID'";

    private TicketCsv() {}

    /**
     * Reads the first tickets of a file.
     *
     * @param limit how many tickets at most, from 1; duplicates are not counted
     * @throws CliException when the file cannot be read, has another header or holds no id; the message says which
     */
    public static TicketList read(Path file, int limit) {
        if (!Files.isRegularFile(file)) {
            throw CliException.usage(
                    "%s: no such file; --input takes a CSV file with the header %s".formatted(file, BOTH_FORMS));
        }
        try (CsvReader<CsvRecord> reader = reader(file)) {
            return read(file, reader.iterator(), limit);
        } catch (CsvParseException e) {
            throw CliException.usage("%s: not a CSV file: %s".formatted(file, e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw CliException.usage("%s: cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static CsvReader<CsvRecord> reader(Path file) throws IOException {
        return CsvReader.builder()
                .detectBomHeader(true)
                .trimWhitespacesAroundQuotes(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(file, StandardCharsets.UTF_8);
    }

    private static TicketList read(Path file, Iterator<CsvRecord> rows, int limit) {
        boolean hasSerial = hasSerial(file, rows);
        TicketList.Collector collector = new TicketList.Collector(limit);
        while (rows.hasNext() && !collector.isFull()) {
            CsvRecord row = rows.next();
            List<String> cells = cells(row);
            if (cells.isEmpty()) {
                continue;
            }
            String place = "line %d".formatted(row.getStartingLineNumber());
            if (hasSerial) {
                collector.add(place, cells.getFirst(), idIn(cells.subList(1, cells.size())));
            } else {
                collector.add(place, idIn(cells));
            }
        }
        TicketList list = collector.toList();
        if (list.tickets().isEmpty()) {
            throw CliException.usage("%s: no ticket id below the header".formatted(file));
        }
        return list;
    }

    private static boolean hasSerial(Path file, Iterator<CsvRecord> rows) {
        while (rows.hasNext()) {
            List<String> headers = cells(rows.next());
            if (headers.isEmpty()) {
                continue;
            }
            List<String> names = headers.stream().map(TicketCsv::normalized).toList();
            if (names.equals(WITH_SERIAL)) {
                return true;
            }
            if (names.equals(IDS_ONLY)) {
                return false;
            }
            throw CliException.usage("%s: the header is '%s'; it must be %s, separated by commas"
                    .formatted(file, String.join(",", headers), BOTH_FORMS));
        }
        throw CliException.usage("%s: the file is empty; its header must be %s".formatted(file, BOTH_FORMS));
    }

    private static String normalized(String header) {
        return header.replaceAll("[\\s\\u00a0]", "").toLowerCase(Locale.ROOT);
    }

    /** The cells without surrounding blanks, up to the last that holds something. */
    private static List<String> cells(CsvRecord row) {
        List<String> cells = row.getFields().stream()
                .map(cell -> SURROUNDING_BLANKS.matcher(cell).replaceAll(""))
                .collect(Collectors.toList());
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    /** More cells than the header has are no id: 78,788 must not be read as ticket 78. */
    private static String idIn(List<String> cells) {
        return String.join(",", cells);
    }
}
