package io.github.ticketsummarizer.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as the build wrote it down. */
public final class BuildVersion {
    private BuildVersion() {}

    /** Such as {@code 0.1.0}. */
    public static String text() {
        Properties build = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the build's version cannot be read", e);
        }
        return build.getProperty("version", "unknown");
    }
}
