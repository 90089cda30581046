package io.github.ticketsummarizer.llm.thread;

import io.github.ticketsummarizer.llm.ChunkInput;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.answer.CondensationReader;
import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketRequest;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Takes the notes of one ticket, several chunks at once, since all of them must come within the stage's deadline. */
final class NoteTaking {
    /** Calls at once for one ticket; the provider's own limits stay above them. */
    private static final int AT_ONCE = 8;

    private final LlmClients clients;
    private final KeptNotes kept;
    private final Ticket ticket;
    private final TicketRequest request;
    private final int words;
    private final CallAccount account;
    private final CondensationReader reader = new CondensationReader();
    private final AtomicBoolean failed = new AtomicBoolean();

    /** @param words that the notes of one chunk may have */
    NoteTaking(
            LlmClients clients, KeptNotes kept, Ticket ticket, TicketRequest request, int words, CallAccount account) {
        this.clients = clients;
        this.kept = kept;
        this.ticket = ticket;
        this.request = request;
        this.words = words;
        this.account = account;
    }

    /**
     * The notes of each chunk. After a failed call no other is begun, but those that run are waited for: they are paid for.
     *
     * @param mostCalls for the notes of this ticket, those of earlier attempts included
     */
    List<List<Note>> take(List<Chunk> chunks, int mostCalls) throws LlmException, InterruptedException {
        requireEnd(chunks, mostCalls);
        try (ExecutorService calls =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<@Nullable List<Note>>> taken = new ArrayList<>();
            Context trace = Context.current();
            for (Chunk chunk : chunks) {
                Callable<@Nullable List<Note>> call = () -> {
                    try (Scope ignored = trace.makeCurrent()) {
                        return notes(chunk);
                    }
                };
                taken.add(calls.submit(call));
            }
            try {
                return all(taken);
            } catch (InterruptedException givenUp) {
                calls.shutdownNow();
                throw givenUp;
            }
        }
    }

    /** Notes that are lost before they are used must not be asked for again and again. */
    private void requireEnd(List<Chunk> chunks, int mostCalls) throws LlmException {
        long missing = chunks.stream()
                .filter(chunk -> kept.of(request.requestId(), chunk) == null)
                .count();
        long made = account.calls().stream()
                .filter(call -> call.task().equals(LlmTask.CONDENSATION.wireName()))
                .count();
        if (made > 0 && made + missing > mostCalls) {
            throw new LlmException(CallFailure.permanent(
                    ErrorType.LLM_BAD_REQUEST,
                    "%d calls were made for notes of the thread, and %d are still missing: twice CONDENSATION_MAX_CALLS is the end; submit the ticket again when the provider answers reliably"
                            .formatted(made, missing)));
        }
    }

    private @Nullable List<Note> notes(Chunk chunk) throws LlmException, InterruptedException {
        List<Note> known = kept.of(request.requestId(), chunk);
        if (known != null || failed.get()) {
            return known;
        }
        try {
            List<Note> notes = clients.ask(
                    LlmTask.CONDENSATION,
                    request,
                    new ChunkInput(ticket, chunk, words),
                    answer -> reader.read(answer, ticket, chunk),
                    account);
            kept.keep(request.requestId(), chunk, notes);
            return notes;
        } catch (LlmException failure) {
            failed.set(true);
            throw failure;
        }
    }

    /** @throws LlmException the first failure that is the ticket's, or else that the provider is held back */
    private static List<List<Note>> all(List<Future<@Nullable List<Note>>> taken)
            throws LlmException, InterruptedException {
        List<List<Note>> all = new ArrayList<>();
        LlmException failure = null;
        for (Future<@Nullable List<Note>> each : taken) {
            try {
                List<Note> notes = each.get();
                if (notes != null) {
                    all.add(notes);
                }
            } catch (ExecutionException e) {
                failure = worse(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return all;
    }

    private static LlmException worse(@Nullable LlmException known, ExecutionException e) throws InterruptedException {
        return switch (e.getCause()) {
            case LlmException failed when known == null || known instanceof ProviderHeldException -> failed;
            case LlmException other when known != null -> known;
            case InterruptedException givenUp -> throw givenUp;
            case null, default -> throw new IllegalStateException("a call for notes threw", e.getCause());
        };
    }
}
