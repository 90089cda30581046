package io.github.ticketsummarizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StackTraceConverterTest {
    private static final String TEXT = "Pat Doe cannot log in";

    @Test
    void whatALibraryLogsOfAnExceptionHasItsStackAndNotItsMessage() throws Exception {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(StackTraceConverterTest.class.getResource("/logback.xml"));
        ConsoleAppender<ILoggingEvent> stderr =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stderr");

        byte[] line = stderr.getEncoder()
                .encode(new LoggingEvent(
                        "",
                        context.getLogger("org.apache.kafka.streams.KafkaStreams"),
                        Level.ERROR,
                        "Replacing thread",
                        new IllegalArgumentException("outer", new IllegalStateException(TEXT)),
                        null));

        assertThat(new String(line, StandardCharsets.UTF_8))
                .contains(
                        "ERROR KafkaStreams Replacing thread",
                        "java.lang.IllegalArgumentException",
                        "Caused by: java.lang.IllegalStateException",
                        "at io.github.ticketsummarizer.cli.StackTraceConverterTest")
                .doesNotContain(TEXT);
    }
}
