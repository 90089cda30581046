package io.github.ticketsummarizer.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final ThreadReplacement replacement = new ThreadReplacement("pod", "kafka:9092", fault);

    @Test
    void stopsTheClientWhenThreadsKeepDying() {
        Exception deterministic = new IllegalStateException("always");
        for (int i = 0; i < 5; i++) {
            assertThat(replacement.handle(deterministic)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(fault).hasNullValue();

        assertThat(replacement.handle(deterministic)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(fault).hasValue(deterministic);
    }

    @Test
    void stopsTheClientAtOnceWhenKafkaRefuses() {
        Exception refused =
                new StreamsException("cannot poll", GroupAuthorizationException.forGroupId("ticket-summarizer-pod"));

        assertThat(replacement.handle(refused)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(fault.get())
                .isInstanceOf(KafkaCredentialsException.class)
                .hasMessageStartingWith(
                        "Kafka at kafka:9092 does not let this user do that (Not authorized to access group:"
                                + " ticket-summarizer-pod)")
                .hasMessageContaining("KAFKA_SASL_JAAS_CONFIG");
    }

    @Test
    void stopsTheClientAtOnceWhenTheJvmIsBroken() {
        Error error = new OutOfMemoryError("heap");

        assertThat(replacement.handle(error)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(fault).hasValue(error);
    }
}
