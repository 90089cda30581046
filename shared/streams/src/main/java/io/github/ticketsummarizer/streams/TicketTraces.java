package io.github.ticketsummarizer.streams;

import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.span.TicketTrace;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A ticket's trace as the headers of its records tell it. */
public final class TicketTraces {
    private TicketTraces() {}

    /** The trace; without a valid {@code traceparent} the one that the request id stands for. */
    public static TicketTrace of(TicketRequest request, Headers headers) {
        TraceContext root = context(headers, HeaderNames.TRACEPARENT);
        return new TicketTrace(
                request,
                root == null ? TraceContext.ofRequest(request.requestId()) : root,
                context(headers, HeaderNames.CALLER_TRACEPARENT));
    }

    /** The valid context in a header; null when there is none. */
    public static @Nullable TraceContext context(Headers headers, String name) {
        return Optional.ofNullable(HeaderText.of(headers, name))
                .flatMap(TraceContext::parse)
                .orElse(null);
    }
}
