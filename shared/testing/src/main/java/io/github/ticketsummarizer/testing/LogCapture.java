package io.github.ticketsummarizer.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Keeps what is logged while it is open: all of our own, and of the libraries as much as a setting can ask for. */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = logger("io.github.ticketsummarizer");
    private final @Nullable Level rootLevel = root.getLevel();
    private final @Nullable Level ownLevel = own.getLevel();

    /** Begins to capture. */
    public LogCapture() {
        root.setLevel(Level.WARN);
        own.setLevel(Level.TRACE);
        root.addAppender(this);
        start();
    }

    /** Each event with its arguments and the stack trace that came with it. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add("%s %s %s %s %s"
                .formatted(
                        event.getLoggerName(),
                        event.getFormattedMessage(),
                        event.getKeyValuePairs(),
                        event.getMDCPropertyMap(),
                        event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(rootLevel);
        own.setLevel(ownLevel);
        stop();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
