package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketReport;
import java.io.IOException;

/** Hears what the services say of one run. The same thing may be said twice. */
public interface RunListener {
    /** A stage did something. */
    void onEvent(StageEvent event);

    /** A ticket is finished. */
    void onReport(TicketReport report) throws IOException;
}
