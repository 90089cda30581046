package io.github.ticketsummarizer.zendesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallWindowTest {
    private static final int LENGTH = 60;

    @Test
    void whatIsFreeGoesAtOnceAndTheRestWhenTheOldestIsPast() {
        CallWindow window = new CallWindow(LENGTH, 2);

        assertThat(call(window, 0)).isEqualTo(0);
        assertThat(call(window, 10)).isEqualTo(10);
        assertThat(call(window, 20)).isEqualTo(60);
        assertThat(call(window, 60)).isEqualTo(70);
        assertThat(call(window, 70)).isEqualTo(120);
        assertThat(call(window, 500)).isEqualTo(500);
    }

    @Test
    void aCallTakesRoomUntilTheWindowAfterItsEnd() {
        CallWindow window = new CallWindow(LENGTH, 1);
        window.begin();

        assertThat(window.next(100, 0)).as("it may end now").isEqualTo(160);

        window.end(130);
        assertThat(window.next(130, 0)).isEqualTo(190);
        assertThat(window.next(190, 0)).isEqualTo(190);
    }

    @Test
    void tellsWhenACallBehindOthersWouldGo() {
        CallWindow window = new CallWindow(LENGTH, 2);
        window.begin();
        window.end(0);

        assertThat(window.next(5, 0)).isEqualTo(5);
        assertThat(window.next(5, 1)).isEqualTo(60);
        assertThat(window.next(5, 2)).isEqualTo(65);
        assertThat(window.next(5, 4)).isEqualTo(125);
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
    void noSpanOfTheWindowsLengthHasMoreArrivalsThanAllowed() {
        Random random = new Random(7);
        for (int allowed = 1; allowed < 6; allowed++) {
            List<Long> arrivals = arrivals(new CallWindow(LENGTH, allowed), random);
            arrivals.sort(null);
            for (int i = allowed; i < arrivals.size(); i++) {
                assertThat(arrivals.get(i) - arrivals.get(i - allowed)).isGreaterThanOrEqualTo(LENGTH);
            }
        }
    }

    /** When 300 calls arrived that were under way for up to two windows, each at some time of its own. */
    private static List<Long> arrivals(CallWindow window, Random random) {
        PriorityQueue<Long> ends = new PriorityQueue<>();
        List<Long> arrivals = new ArrayList<>();
        long now = 0;
        while (arrivals.size() < 300) {
            now += random.nextInt(5);
            while (!ends.isEmpty() && ends.peek() <= now) {
                window.end(ends.remove());
            }
            if (window.next(now, 0) <= now) {
                window.begin();
                long end = now + random.nextInt(2 * LENGTH);
                ends.add(end);
                arrivals.add(random.nextLong(now, end + 1));
            }
        }
        return arrivals;
    }

    private static long call(CallWindow window, long now) {
        long at = window.next(now, 0);
        window.begin();
        window.end(at);
        return at;
    }
}
