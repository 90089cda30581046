package io.github.ticketsummarizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.clients.producer.internals.Sender;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.utils.LogContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By the configuration that the command logs with. */
class RetriedTransactionFilterTest {
    private static final String WARNING =
            "[Producer clientId=c] Got error produce response with correlation id 1 on topic-partition t-0, retrying"
                    + " (3 attempts left). Error: ";

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws Exception {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(RetriedTransactionFilterTest.class.getResource("/logback.xml"));
    }

    @Test
    void aTransactionThatIsTriedAgainIsNotLogged() {
        assertThat(decided(Sender.class, WARNING + Errors.CONCURRENT_TRANSACTIONS))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void otherWarningsOfTheProducerAndOfOthersAreLogged() {
        assertThat(decided(Sender.class, WARNING + Errors.NOT_LEADER_OR_FOLLOWER))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decided(LogContext.class, WARNING + Errors.CONCURRENT_TRANSACTIONS))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    private FilterReply decided(Class<?> logger, String message) {
        Appender<ILoggingEvent> stderr = context.getLogger("ROOT").getAppender("stderr");
        return stderr.getFilterChainDecision(
                new LoggingEvent("", context.getLogger(logger), Level.WARN, message, null, null));
    }
}
