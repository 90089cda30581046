package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what one run wrote into a folder. */
final class OutputFiles {
    static final String POD = "output_pod_";
    static final String DIAGNOSTICS = "output_diagnostics_";

    private final Path folder;

    OutputFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    JsonNode document(String prefix) throws IOException {
        return new Json().mapper().readTree(file(prefix, ".json").toFile());
    }

    List<JsonNode> tickets(String prefix) throws IOException {
        return StreamSupport.stream(document(prefix).path("tickets").spliterator(), false)
                .toList();
    }

    /** The CSV file's records, the header first. */
    List<CsvRecord> records(String prefix) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Files.readString(file(prefix, ".csv")))) {
            return reader.stream().toList();
        }
    }

    /** The cells of one column of the CSV file, its name first. */
    List<String> cells(String prefix, String column) throws IOException {
        List<CsvRecord> records = records(prefix);
        int index = records.getFirst().getFields().indexOf(column);
        return records.stream().map(record -> record.getField(index)).toList();
    }

    /** The one file of that kind. */
    private Path file(String prefix, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix)
                                    && file.toString().endsWith(ending))
                    .toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }
}
