package io.github.ticketsummarizer.cli.output;

import java.io.IOException;

/** The finished tickets of a run in the order of the input. They may be too many for memory, so they are walked. */
@FunctionalInterface
public interface FinishedTickets {
    /** Shows every finished ticket. */
    void forEach(Visitor visitor) throws IOException;

    /** Takes one ticket. */
    @FunctionalInterface
    interface Visitor {
        /** Called once per ticket. */
        void visit(FinishedTicket ticket) throws IOException;
    }
}
