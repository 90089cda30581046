package io.github.ticketsummarizer.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerLagTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void isNotKnownWhereKafkaDoesNotAnswerAndNobodyWaitsForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ConsumerLag lag = lag("localhost:" + silent.getLocalPort())) {
            assertThat(assertTimeoutPreemptively(PATIENCE, lag::byTopic)).isEmpty();
        }
    }

    @Test
    void isNotKnownWhereTheSettingsOfKafkaCannotBeUsed() {
        try (ConsumerLag lag = lag("no address")) {
            assertThat(lag.byTopic()).isEmpty();
        }
    }

    @Test
    void isNotKnownAfterTheEnd() {
        ConsumerLag lag = lag("localhost:9092");
        lag.close();

        assertThat(lag.byTopic()).isEmpty();
    }

    private static ConsumerLag lag(String bootstrapServers) {
        return new ConsumerLag(
                "ticket-summarizer-pod",
                new KafkaSettings(bootstrapServers, Map.of(), 1024),
                () -> Set.of(new TopicPartition("synthesized", 0)));
    }
}
