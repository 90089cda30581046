package io.github.ticketsummarizer.fakes.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came of it.
 *
 * @param arrived by the server's clock
 * @param status the status of the answer; 0 where none was sent
 * @param fault what it met; null for nothing
 * @param sent the body of the answer, as far as it was sent; null where none was sent, or the connection was cut off
 */
public record Exchange(
        FakeRequest request,
        Instant arrived,
        int status,
        @Nullable Fault fault,
        @Nullable String sent) {}
