package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.zendesk.http.BudgetSpentException;
import io.github.ticketsummarizer.zendesk.http.Endpoint;
import io.github.ticketsummarizer.zendesk.http.PageCursor;
import io.github.ticketsummarizer.zendesk.http.SharedCallSpans;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskException;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Tickets from Zendesk's API: the tickets of all callers in few calls, and the comments with one call a ticket, or one
 * for each 100 of them.
 */
public final class ZendeskTicketSource implements TicketSource {
    private static final Pattern TICKET_ID = Pattern.compile("[0-9]{1,20}");
    private static final String COMMENTS_PATH = "/api/v2/tickets/%s/comments?page%%5Bsize%%5D=100&include=users";

    private static final Duration RESUME_SOONEST = Duration.ofSeconds(1);

    /** A few hundred long tickets, or thousands of usual ones. */
    private static final long KEPT_BYTES = 32L * 1024 * 1024;

    /** Longer than it takes to try a few times, and not long enough for a ticket to look old. */
    private static final Duration KEPT_LONGEST = Duration.ofMinutes(5);

    private final ZendeskClient client;
    private final ZendeskTicketMapper mapper;
    private final ZendeskSourceSettings settings;
    private final TicketBatches batches;
    private final KeptParts kept = new KeptParts(KEPT_BYTES, KEPT_LONGEST, System::nanoTime);

    /** Connects to nothing yet, and is not traced. */
    public ZendeskTicketSource(ZendeskClient client, TicketMappingSettings mapping, ZendeskSourceSettings settings) {
        this(client, mapping, settings, Tracing.none());
    }

    /** Connects to nothing yet. */
    public ZendeskTicketSource(
            ZendeskClient client, TicketMappingSettings mapping, ZendeskSourceSettings settings, Tracing tracing) {
        this.client = client;
        this.mapper = new ZendeskTicketMapper(mapping);
        this.settings = settings;
        this.batches = new TicketBatches(this::tickets, settings.connections(), new SharedCallSpans(tracing));
    }

    /** One batch is gathered and one is fetched while the calls for comments are under way. */
    @Override
    public int ticketsAtOnce(int calls) {
        return calls + 2 * TicketBatch.MOST;
    }

    @Override
    public Map<String, FetchResult> fetch(List<String> ticketIds) throws InterruptedException {
        Map<String, FetchResult> results = new LinkedHashMap<>();
        if (ticketIds.size() == 1) {
            results.put(ticketIds.getFirst(), fetch(ticketIds.getFirst()));
            return results;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<FetchResult>> calls = ticketIds.stream()
                    .<Callable<FetchResult>>map(ticketId -> Context.current().wrap(() -> fetch(ticketId)))
                    .toList();
            List<Future<FetchResult>> answers = threads.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                results.put(ticketIds.get(i), answers.get(i).get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a ticket could not be fetched", e.getCause());
        }
    }

    private FetchResult fetch(String ticketId) throws InterruptedException {
        // What is not an id must not become part of an address.
        if (!TICKET_ID.matcher(ticketId).matches()) {
            return failed(ErrorType.TICKET_NOT_FOUND, "a ticket id has 1 to 20 digits, and this one has not");
        }
        Duration wait = client.budget().expectedWait(Endpoint.COMMENTS, batches.ahead());
        if (wait.compareTo(settings.patience()) > 0) {
            return held(wait);
        }
        Optional<TicketParts> begun = kept.take(ticketId);
        if (begun.isPresent()) {
            batches.readsComments();
            return withComments(ticketId, begun.get());
        }
        return switch (batches.take(ticketId)) {
            case BatchAnswer.Found(JsonNode ticket) -> withComments(ticketId, begin(ticket));
            case BatchAnswer.Missing() ->
                failed(
                        ErrorType.TICKET_NOT_FOUND,
                        "Zendesk has no ticket %s, or the credentials may not see it; check the id"
                                .formatted(ticketId));
            case BatchAnswer.Failed(ZendeskException e) -> failed(e);
            case BatchAnswer.Held(Duration freeAfter) -> held(freeAfter);
        };
    }

    private TicketParts begin(JsonNode ticket) {
        return new TicketParts(ticket, new CommentThread(mapper, settings.ticketMaxBytes()), System.nanoTime());
    }

    private FetchResult withComments(String ticketId, TicketParts parts) throws InterruptedException {
        boolean isOver = false;
        try {
            FetchResult result = whole(ticketId, parts);
            isOver = !mayGoOn(result);
            return result;
        } finally {
            if (!isOver) {
                kept.keep(ticketId, parts);
            }
            batches.commentsRead();
        }
    }

    /** Whether what came by then is of use to another attempt. */
    private static boolean mayGoOn(FetchResult result) {
        return switch (result) {
            case FetchResult.Found found -> false;
            case FetchResult.Failed failed -> failed.failure().retryable();
            case FetchResult.Held held -> true;
        };
    }

    private FetchResult whole(String ticketId, TicketParts parts) throws InterruptedException {
        try {
            readComments(ticketId, parts.thread());
            return new FetchResult.Found(
                    mapper.ticket(parts.ticket(), parts.thread().comments()));
        } catch (ZendeskException e) {
            return failed(e);
        } catch (BudgetSpentException e) {
            return held(e.freeAfter());
        } catch (ZendeskShapeException e) {
            return failed(ZendeskException.badAnswer(
                    "Zendesk's answer for ticket %s is not in its shape: %s".formatted(ticketId, e.getMessage())));
        } catch (TicketTooLargeException e) {
            return failed(ErrorType.RECORD_TOO_LARGE, String.valueOf(e.getMessage()));
        }
    }

    /** Reads on from where the thread ends. */
    private void readComments(String ticketId, CommentThread thread)
            throws ZendeskException, BudgetSpentException, ZendeskShapeException, TicketTooLargeException,
                    InterruptedException {
        Optional<JsonNode> page = page(ticketId, thread.cursor());
        while (page.isPresent()) {
            thread.add(page.get());
            page = page(ticketId, thread.cursor());
        }
    }

    private Optional<JsonNode> page(String ticketId, Optional<PageCursor> cursor)
            throws ZendeskException, BudgetSpentException, InterruptedException {
        String path = COMMENTS_PATH.formatted(ticketId);
        Duration patience = settings.patience();
        return cursor.isPresent()
                ? client.next(Endpoint.COMMENTS, path, cursor.get(), patience)
                : Optional.of(client.get(Endpoint.COMMENTS, path, patience));
    }

    private Map<String, JsonNode> tickets(Collection<String> ids)
            throws ZendeskException, BudgetSpentException, InterruptedException {
        JsonNode answer = client.get(
                Endpoint.TICKETS, "/api/v2/tickets/show_many?ids=" + String.join(",", ids), settings.patience());
        if (!answer.path("tickets").isArray()) {
            throw ZendeskException.badAnswer("Zendesk's answer for many tickets has no list of them");
        }
        Map<String, JsonNode> tickets = new HashMap<>();
        for (JsonNode ticket : answer.path("tickets")) {
            tickets.put(ticket.path("id").asText(""), ticket);
        }
        return tickets;
    }

    /** The lane opens again while others still wait for their calls, so that none is left unused. */
    private FetchResult held(Duration wait) {
        Duration resume = wait.minus(settings.patience().dividedBy(2));
        return new FetchResult.Held(resume.compareTo(RESUME_SOONEST) < 0 ? RESUME_SOONEST : resume);
    }

    private static FetchResult failed(ZendeskException e) {
        return new FetchResult.Failed(e.failure(), e.retryAfter());
    }

    private static FetchResult failed(ErrorType errorType, String message) {
        return new FetchResult.Failed(CallFailure.permanent(errorType, message));
    }
}
