package io.github.ticketsummarizer.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsSourcesTest {
    @TempDir
    Path folder;

    @Test
    void flagsWinOverTheEnvironmentOverDotEnvOverTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("settings"), "IN_FLIGHT=1\nCALL_ATTEMPTS=1\nHTTP_PORT=1\nSTREAM_THREADS=1\n");
        Files.writeString(folder.resolve(".env"), "IN_FLIGHT=2\nCALL_ATTEMPTS=2\nHTTP_PORT=2\n");

        Settings settings = new SettingsSources(Map.of("IN_FLIGHT", "3", "CALL_ATTEMPTS", "3"), folder)
                .load(file, Map.of("IN_FLIGHT", "4"));

        assertThat(settings.text("IN_FLIGHT")).isEqualTo("4");
        assertThat(settings.text("CALL_ATTEMPTS")).isEqualTo("3");
        assertThat(settings.text("HTTP_PORT")).isEqualTo("2");
        assertThat(settings.text("STREAM_THREADS")).isEqualTo("1");
        assertThatCode(settings::requireValid).doesNotThrowAnyException();
    }

    @Test
    void anEmptyValueOfTheEnvironmentHidesTheOnesBelow() throws IOException {
        Files.writeString(folder.resolve(".env"), "KAFKA_BOOTSTRAP_SERVERS=kafka:9092\n");

        Settings settings = new SettingsSources(Map.of("KAFKA_BOOTSTRAP_SERVERS", ""), folder).load(null, Map.of());

        assertThat(settings.text("KAFKA_BOOTSTRAP_SERVERS")).isNull();
    }

    @Test
    void everyMistakeIsListedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "IN_FLIHGT=1\nKAFKA_SECURITY_PROTOCOL=SSL\nx\n");
        Files.writeString(folder.resolve(".env"), "TICKET_SUMMARIZER_LOGLEVEL=INFO\nOTHERS=1\n");
        Settings settings = new SettingsSources(
                        Map.of("TICKET_SUMMARIZER_COLOUR", "red", "PATH", "/bin", "HTTP_PORT", "many"), folder)
                .load(file, Map.of());
        settings.wholeNumber("HTTP_PORT", 8080, 0, 65_535);

        assertThatThrownBy(settings::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        file + ":3: not a line of the form NAME=value",
                        "IN_FLIHGT: there is no such setting; did you mean IN_FLIGHT?",
                        "TICKET_SUMMARIZER_COLOUR: there is no such setting",
                        "TICKET_SUMMARIZER_LOGLEVEL: there is no such setting; did you mean"
                                + " TICKET_SUMMARIZER_LOG_LEVEL?",
                        "HTTP_PORT: 'many' is not a whole number from 0 to 65535"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("gone");

        assertThatThrownBy(() -> new SettingsSources(Map.of(), folder).load(file, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file + ": cannot be read");
    }
}
