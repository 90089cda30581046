package io.github.ticketsummarizer.telemetry.sdk;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** The JDK's own log, which OpenTelemetry writes to, and what of ours runs in the agent too. */
public final class JdkLog {
    private JdkLog() {}

    /** Makes it a part of this program's log, with its levels; whoever sends spans calls it first. */
    public static void join() {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
    }
}
