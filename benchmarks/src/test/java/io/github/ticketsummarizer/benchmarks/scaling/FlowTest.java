package io.github.ticketsummarizer.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowTest {
    private static final Map<String, Long> SENT = Map.of("1", 0L, "2", 0L, "3", 2L, "4", 3L);

    @Test
    void looksAtTheReportsOfItsSpanAlone() {
        Map<String, Long> arrived = Map.of("1", 9L, "2", 12L, "3", 13L, "4", 20L);

        assertThat(Flow.of(SENT, arrived, 10, 20)).isEqualTo(new Flow(nanos(7), nanos(12), nanos(12)));
    }

    @Test
    void aWaitAtAnEndOfTheSpanIsAGapToo() {
        Map<String, Long> arrived = Map.of("1", 15L, "2", 16L);

        assertThat(Flow.of(SENT, arrived, 10, 18).longestGap()).isEqualTo(nanos(5));
        assertThat(Flow.of(SENT, arrived, 14, 26).longestGap()).isEqualTo(nanos(10));
    }

    @Test
    void aSpanWithoutReportsIsRefused() {
        assertThatThrownBy(() -> Flow.of(SENT, Map.of("1", 9L), 10, 20)).hasMessage("no report came");
    }

    private static Duration nanos(long nanos) {
        return Duration.ofNanos(nanos);
    }
}
