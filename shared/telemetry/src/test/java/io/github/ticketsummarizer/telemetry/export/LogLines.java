package io.github.ticketsummarizer.telemetry.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a package logs, the export unless another is named, between {@link #listen} and {@link #close}. */
final class LogLines extends Handler {
    private final Logger logger;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    LogLines() {
        this(LogLines.class.getPackageName());
    }

    LogLines(String packageName) {
        logger = Logger.getLogger(packageName);
    }

    void listen() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
