package io.github.ticketsummarizer.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version and commit that the build wrote down. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = VersionText.class.getResourceAsStream("/ticket-summarizer.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return new String[] {
            "ticket-summarizer %s (commit %s)"
                    .formatted(build.getProperty("version", "unknown"), build.getProperty("commit", "unknown"))
        };
    }
}
