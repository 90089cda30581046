package io.github.ticketsummarizer.zendesk;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What came of tickets before fetching them broke off, so that the next attempt asks for the rest only. It has room for so
 * many bytes, and gives out nothing that is older than a while, since tickets change; what is gone is asked for again.
 * Thread-safe.
 */
final class KeptParts {
    private final long maxBytes;
    private final long longestNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Kept> kept = new LinkedHashMap<>(); // in the order of keeping
    private long bytes;

    /**
     * @param maxBytes in memory, roughly
     * @param longest from when a ticket's first part came
     */
    KeptParts(long maxBytes, Duration longest, LongSupplier nanoTime) {
        this.maxBytes = maxBytes;
        this.longestNanos = longest.toNanos();
        this.nanoTime = nanoTime;
    }

    private record Kept(TicketParts parts, long size) {}

    /** Keeps the parts of a ticket; for lack of room those that were kept first go. */
    synchronized void keep(String ticketId, TicketParts parts) {
        remove(ticketId);
        Kept added = new Kept(parts, parts.size());
        kept.put(ticketId, added);
        bytes += added.size;
        Iterator<Kept> oldest = kept.values().iterator();
        while (oldest.hasNext()) {
            Kept next = oldest.next();
            if (bytes > maxBytes || isOld(next.parts)) {
                oldest.remove();
                bytes -= next.size;
            }
        }
    }

    /** Gives out what is kept of a ticket, to one caller only. */
    synchronized Optional<TicketParts> take(String ticketId) {
        return Optional.ofNullable(remove(ticketId)).map(Kept::parts).filter(parts -> !isOld(parts));
    }

    private @Nullable Kept remove(String ticketId) {
        Kept removed = kept.remove(ticketId);
        bytes -= removed == null ? 0 : removed.size;
        return removed;
    }

    private boolean isOld(TicketParts parts) {
        return nanoTime.getAsLong() - parts.readAt() > longestNanos;
    }
}
