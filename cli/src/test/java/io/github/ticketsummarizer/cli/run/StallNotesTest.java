package io.github.ticketsummarizer.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.cli.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StallNotesTest {
    private final SettableClock clock = new SettableClock();
    private final List<String> notes = new ArrayList<>();
    private final StallNotes stalls = new StallNotes(clock, notes::add, "kafka.example:9092");

    @Test
    void aQuietHalfMinuteIsExplainedOnce() {
        idle(29, false, true);
        assertThat(notes).isEmpty();

        idle(1, false, true);
        idle(30, false, true);
        assertThat(notes)
                .containsExactly("no ticket was taken in yet: does a fetcher service run on the cluster at"
                        + " kafka.example:9092?");
    }

    @Test
    void aLongCallIsNoStall() {
        idle(300, true, true);

        assertThat(notes).isEmpty();
    }

    @Test
    void aClusterThatDoesNotAnswerIsNamed() {
        idle(30, true, false);
        idle(30, true, false);

        assertThat(notes).containsExactly("Kafka at kafka.example:9092 does not answer; waiting for it");
    }

    @Test
    void whateverComesBeginsTheHalfMinuteAnew() {
        clock.advance(Duration.ofSeconds(29));
        stalls.active();
        idle(29, false, false);

        assertThat(notes).isEmpty();
    }

    private void idle(int seconds, boolean accepted, boolean answering) {
        clock.advance(Duration.ofSeconds(seconds));
        stalls.idle(accepted, () -> answering);
    }
}
