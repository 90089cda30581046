package io.github.ticketsummarizer.cli;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.github.ticketsummarizer.streams.LoggedThrowable;

/**
 * Writes what was thrown without messages that may quote a ticket, whoever logs it: Kafka Streams logs the exceptions of
 * processors with theirs. {@code logback.xml} names it.
 */
public final class StackTraceConverter extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return thrown instanceof ThrowableProxy proxy
                ? super.throwableProxyToString(new ThrowableProxy(LoggedThrowable.of(proxy.getThrowable())))
                : thrown.getClassName();
    }
}
