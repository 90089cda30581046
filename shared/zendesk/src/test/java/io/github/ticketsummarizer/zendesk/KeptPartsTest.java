package io.github.ticketsummarizer.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptPartsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int THREE_TICKETS = 3 * 45_000;

    private final AtomicLong nanos = new AtomicLong(-5);
    private final KeptParts kept = new KeptParts(THREE_TICKETS, MINUTE, nanos::get);

    @Test
    void oneCallerIsGivenWhatIsKept() {
        TicketParts parts = parts();
        kept.keep("1", parts);

        assertThat(kept.take("2")).isEmpty();
        assertThat(kept.take("1")).containsSame(parts);
        assertThat(kept.take("1")).isEmpty();
    }

    @Test
    void whatIsOldIsNotGivenOutHoweverLateItWasKept() {
        TicketParts parts = parts();
        nanos.addAndGet(MINUTE.toNanos() + 1);

        kept.keep("1", parts);

        assertThat(kept.take("1")).isEmpty();
    }

    @Test
    void forLackOfRoomThoseKeptFirstGo() {
        for (int id = 1; id <= 5; id++) {
            kept.keep(Integer.toString(id), parts());
        }

        assertThat(kept.take("1")).isEmpty();
        assertThat(kept.take("2")).isEmpty();
        assertThat(kept.take("3")).isPresent();
        assertThat(kept.take("4")).isPresent();
        assertThat(kept.take("5")).isPresent();
    }

    @Test
    void whatIsTakenOrReplacedMakesRoom() {
        kept.keep("1", parts());
        kept.keep("2", parts());
        kept.keep("2", parts());
        kept.take("1");
        kept.keep("3", parts());
        kept.keep("4", parts());

        assertThat(kept.take("2")).isPresent();
        assertThat(kept.take("3")).isPresent();
        assertThat(kept.take("4")).isPresent();
    }

    /** A ticket of 10,000 characters, which takes a little more than 40,000 bytes. */
    private TicketParts parts() {
        CommentThread thread = new CommentThread(new ZendeskTicketMapper(TicketMappingSettings.DEFAULT), 1_000);
        return new TicketParts(
                JsonNodeFactory.instance.objectNode().put("subject", "x".repeat(10_000)), thread, nanos.get());
    }
}
