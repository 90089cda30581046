package io.github.ticketsummarizer.cli.run;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import com.github.f4b6a3.uuid.util.UuidValidator;
import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketList;
import java.time.Instant;
import java.util.UUID;

/** The ids of runs and of their submissions. */
public final class RunIds {
    private static final int UUID_VERSION = 7;
    private static final int FIRST_ATTEMPT = 1;

    private RunIds() {}

    /** A UUIDv7 (RFC 9562) as text: unique without asking anybody, and it tells when the run began. */
    public static String newRunId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /**
     * The same submission has the same id however often it is sent, so that it is taken in once. Text that is no
     * ticket id may hold anything, so a hash of it stands in its place.
     */
    public static String requestId(String runId, String ticketId) {
        String name = TicketList.isTicketId(ticketId) ? ticketId : "invalid-" + hash(ticketId);
        return "%s:%s:%d".formatted(runId, name, FIRST_ATTEMPT);
    }

    /**
     * When a run began.
     *
     * @throws CliException when the text is no run id of ours
     */
    public static Instant startOf(String runId) {
        if (!UuidValidator.isValid(runId, UUID_VERSION)) {
            throw CliException.usage(
                    "'%s' is not a run id; one looks like 01938ab4-5000-7000-8000-000000000001".formatted(runId));
        }
        return UuidUtil.getInstant(UUID.fromString(runId));
    }

    private static String hash(String text) {
        return UuidCreator.getNameBasedSha1(text).toString();
    }
}
