package io.github.ticketsummarizer.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A version of a prompt never changes: reports, traces and experiments name it by its number. */
class PromptFilesTest {
    private static final Path PROMPTS = Path.of("../../config/prompts");

    @Test
    void aChangedTextHasAVersionOfItsOwn() throws Exception {
        assertThat(sums())
                .as("config/prompts/SHA256SUMS: give a changed text a new version number, then add the new files with"
                        + " `cd config/prompts && sha256sum */*/*.mustache > SHA256SUMS`")
                .isEqualTo(Files.readAllLines(PROMPTS.resolve("SHA256SUMS")));
    }

    private static List<String> sums() throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(PROMPTS)) {
            List<Path> templates = files.filter(file -> file.toString().endsWith(".mustache"))
                    .sorted()
                    .toList();
            List<String> lines = new ArrayList<>();
            for (Path template : templates) {
                String hash = HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(template)));
                lines.add(hash + "  " + PROMPTS.relativize(template));
            }
            return lines;
        }
    }
}
