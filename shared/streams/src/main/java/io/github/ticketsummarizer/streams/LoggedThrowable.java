package io.github.ticketsummarizer.streams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a log for what was thrown: the classes and the stack of it and of its causes, without their messages, since
 * these may quote a ticket. What Kafka and the file system report keeps its message: it tells of brokers, topics and paths.
 */
public final class LoggedThrowable extends Throwable {
    private static final long serialVersionUID = 1L;
    /** Packages whose exceptions never see what is in a record. Those of Kafka Streams repeat what our processors throw. */
    private static final List<String> TELLABLE =
            List.of("org.apache.kafka.common.errors.", "org.apache.kafka.server.fault.", "java.nio.file.");
    /** A chain of causes may be a ring. */
    private static final int DEPTH_MOST = 10;

    private LoggedThrowable(Throwable thrown, int depth) {
        super(text(thrown), cause(thrown, depth), false, true);
        setStackTrace(thrown.getStackTrace());
    }

    /** What may be logged of it. */
    public static LoggedThrowable of(Throwable thrown) {
        return new LoggedThrowable(thrown, 1);
    }

    private static String text(Throwable thrown) {
        String name = thrown.getClass().getName();
        return TELLABLE.stream().anyMatch(name::startsWith) ? "%s: %s".formatted(name, thrown.getMessage()) : name;
    }

    private static @Nullable Throwable cause(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        return cause == null || depth == DEPTH_MOST ? null : new LoggedThrowable(cause, depth + 1);
    }

    /** The class of what was thrown, in place of this one. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // its message names a class already
    public String toString() {
        return String.valueOf(getMessage());
    }
}
