package io.github.ticketsummarizer.cli.progress;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Map;

/** Whether a person sees what goes to standard error. */
public final class Terminal {
    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /** Whether standard error is a terminal that can draw over itself. */
    public static boolean isStandardErrorATerminal(Map<String, String> environment) {
        return !"dumb".equals(environment.getOrDefault("TERM", "dumb")) && isTerminal(STANDARD_ERROR);
    }

    /** The JDK itself tells only of standard input and output together. */
    private static boolean isTerminal(int fileDescriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("isatty")
                .map(isatty -> linker.downcallHandle(
                        isatty, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)))
                .map(isatty -> {
                    try {
                        return (int) isatty.invokeExact(fileDescriptor) == 1;
                    } catch (Throwable e) {
                        return false;
                    }
                })
                .orElse(false);
    }
}
