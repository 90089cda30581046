package io.github.ticketsummarizer.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicketListTest {
    @Test
    void idsGivenOneByOneAreNumberedAndBlankOnesPassedOver() {
        TicketList list = TicketList.ofIds(List.of(" 78788 ", "", "78912", "x1", "78788"), "argument");

        assertThat(list.tickets())
                .containsExactly(
                        new TicketEntry("1", "78788"), new TicketEntry("2", "78912"), new TicketEntry("3", "x1"));
        assertThat(list.notes())
                .containsExactly(
                        "argument 4: 'x1' is not a ticket id (digits only); it will be reported as failed",
                        "argument 5: ticket id '78788' is also on argument 1; it is sent once");
    }
}
