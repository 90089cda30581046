package io.github.ticketsummarizer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class LoggedThrowableTest {
    private static final String TEXT = "Pat Doe cannot log in";

    @Test
    void classesAndStacksAreLoggedAndMessagesAreNot() {
        Throwable defect = new StreamsException(
                "Exception caught in process. stacktrace=" + TEXT, new IllegalStateException(TEXT));

        assertThat(printed(LoggedThrowable.of(defect)))
                .contains(
                        "org.apache.kafka.streams.errors.StreamsException",
                        "Caused by: java.lang.IllegalStateException",
                        "LoggedThrowableTest.classesAndStacksAreLoggedAndMessagesAreNot")
                .doesNotContain(TEXT);
    }

    @Test
    void whatKafkaReportsKeepsItsMessage() {
        Throwable thrown = new StreamsException(TEXT, new TimeoutException("no answer within 60000 ms"));

        assertThat(printed(LoggedThrowable.of(thrown)))
                .contains("Caused by: org.apache.kafka.common.errors.TimeoutException: no answer within 60000 ms")
                .doesNotContain(TEXT);
    }

    @Test
    void causesThatFormARingComeToAnEnd() {
        Exception inner = new IllegalStateException("inner");
        Exception outer = new IllegalStateException("outer", inner);
        inner.initCause(outer);

        assertThat(printed(LoggedThrowable.of(outer)).split("Caused by: ", -1)).hasSize(10);
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
