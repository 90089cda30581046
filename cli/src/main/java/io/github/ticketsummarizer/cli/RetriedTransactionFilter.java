package io.github.ticketsummarizer.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Drops what Kafka's producer warns of when a transaction begins before the marks of the last one are all written. It tries
 * again by itself, and under load many times a minute, so nobody has anything to do. {@code logback.xml} names it.
 *
 * @see org.apache.kafka.common.protocol.Errors#CONCURRENT_TRANSACTIONS
 */
public final class RetriedTransactionFilter extends Filter<ILoggingEvent> {
    private static final String SENDER = "org.apache.kafka.clients.producer.internals.Sender";
    private static final String RETRIED = "Error: CONCURRENT_TRANSACTIONS";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getLoggerName().equals(SENDER)
                        && event.getFormattedMessage().contains(RETRIED)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
