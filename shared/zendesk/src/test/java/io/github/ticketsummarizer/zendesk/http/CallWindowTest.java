package io.github.ticketsummarizer.zendesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallWindowTest {
    private static final int LENGTH = 60;

    @Test
    void whatIsFreeGoesAtOnceAndTheRestWhenTheOldestIsPast() {
        CallWindow window = new CallWindow(LENGTH, 2);

        assertThat(takeNext(window, 0)).isEqualTo(0);
        assertThat(takeNext(window, 10)).isEqualTo(10);
        assertThat(takeNext(window, 20)).isEqualTo(60);
        assertThat(takeNext(window, 20)).isEqualTo(70);
        assertThat(takeNext(window, 20)).isEqualTo(120);
        assertThat(takeNext(window, 500)).isEqualTo(500);
    }

    @Test
    void tellsWhenACallBehindOthersWouldGo() {
        CallWindow window = new CallWindow(LENGTH, 2);
        window.take(0);

        assertThat(window.next(5, 0)).isEqualTo(5);
        assertThat(window.next(5, 1)).isEqualTo(60);
        assertThat(window.next(5, 2)).isEqualTo(65);
        assertThat(window.next(5, 4)).isEqualTo(125);
    }

    @Test
    void aCallGivenBackIsFreeAgain() {
        CallWindow window = new CallWindow(LENGTH, 1);
        window.take(0);
        window.take(60);
        window.giveBack(60);

        assertThat(window.next(1, 0)).isEqualTo(60);
    }

    @Test
    void aPauseHoldsForAllAndAShorterOneChangesNothing() {
        CallWindow window = new CallWindow(LENGTH, 5);

        assertThat(window.pauseUntil(100)).isTrue();
        assertThat(window.pauseUntil(50)).isFalse();
        assertThat(window.next(10, 0)).isEqualTo(100);
        assertThat(window.next(110, 0)).isEqualTo(110);
    }

    @Test
    void noSpanOfTheWindowsLengthHasMoreCallsThanAllowed() {
        Random random = new Random(7);
        for (int allowed = 1; allowed < 6; allowed++) {
            CallWindow window = new CallWindow(LENGTH, allowed);
            List<Long> calls = new ArrayList<>();
            long now = 0;
            for (int i = 0; i < 300; i++) {
                now += random.nextInt(20);
                long at = window.next(now, 0) + random.nextInt(3);
                window.take(at);
                calls.add(at);
            }
            calls.sort(null);
            for (int i = allowed; i < calls.size(); i++) {
                assertThat(calls.get(i) - calls.get(i - allowed)).isGreaterThanOrEqualTo(LENGTH);
            }
        }
    }

    private static long takeNext(CallWindow window, long now) {
        long at = window.next(now, 0);
        window.take(at);
        return at;
    }
}
