package io.github.ticketsummarizer.llm.prompt;

import io.github.ticketsummarizer.llm.config.ConfigFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hashes beside the prompts, as {@code sha256sum} writes them: a text that was used under a version's number must not
 * change, since reports name it by that number. A folder without the file has no such rule.
 */
final class PromptSums {
    private static final String FILE = "prompts/SHA256SUMS";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private final ConfigFolder folder;

    PromptSums(ConfigFolder folder) {
        this.folder = folder;
    }

    /** What does not fit, one line each. */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        try {
            List<String> lines = folder.text(FILE).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String wrong = whatIsWrong(lines.get(i));
                if (!wrong.isEmpty()) {
                    mistakes.add("%s:%d: %s".formatted(folder.place(FILE), i + 1, wrong));
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            mistakes.add("%s: cannot be read: %s".formatted(folder.place(FILE), unreadable.getMessage()));
        }
        return mistakes;
    }

    private String whatIsWrong(String line) {
        Matcher entry = LINE.matcher(line);
        if (!entry.matches()) {
            return line.isBlank() ? "" : "is not a line of sha256sum";
        }
        String file = entry.group(2);
        try {
            boolean isSame = hash(folder.text("prompts/" + file)).equals(entry.group(1));
            return isSame ? "" : file + " has changed under its version; give the new text a new version";
        } catch (IOException unreadable) {
            return file + " is not there or cannot be read";
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
