package io.github.ticketsummarizer.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingNamesTest {
    private static final Pattern NAME = Pattern.compile("(?<!paramLabel = )\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

    @Test
    void everySettingThatTheProgramReadsIsKnown() throws IOException {
        Set<String> read = new TreeSet<>();
        for (Path source : sourcesThatReadSettings()) {
            Matcher names = NAME.matcher(Files.readString(source));
            while (names.find()) {
                read.add(names.group(1));
            }
        }

        assertThat(read)
                .contains("IN_FLIGHT", "TICKET_PATH", "ZENDESK_FIELD_ROOT_CAUSE")
                .allMatch(SettingNames::isKnown);
    }

    private static List<Path> sourcesThatReadSettings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<Path> sources = files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java")
                            && !file.toString().contains("/benchmarks/"))
                    .toList();
            List<Path> reading = new ArrayList<>();
            for (Path source : sources) {
                if (Files.readString(source).contains("import io.github.ticketsummarizer.model.Settings;")) {
                    reading.add(source);
                }
            }
            return reading;
        }
    }
}
