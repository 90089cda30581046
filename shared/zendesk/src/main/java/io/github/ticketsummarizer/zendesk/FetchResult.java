package io.github.ticketsummarizer.zendesk;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.Ticket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a source answered for one ticket. */
public sealed interface FetchResult {
    /** The ticket with all its comments. */
    record Found(Ticket ticket) implements FetchResult {}

    /**
     * No ticket.
     *
     * @param retryAfter what the other side asked to wait; null where it asked nothing
     */
    record Failed(CallFailure failure, @Nullable Duration retryAfter) implements FetchResult {
        /** A failure with no wish of the other side. */
        public Failed(CallFailure failure) {
            this(failure, null);
        }
    }

    /**
     * Nothing was asked, since the source may not be asked so soon; it is nobody's failure.
     *
     * @param resumeAfter when asking again makes sense
     */
    record Held(Duration resumeAfter) implements FetchResult {}
}
