package io.github.ticketsummarizer.synthesis;

import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.answer.SynthesisAnswer;
import io.github.ticketsummarizer.llm.answer.SynthesisReader;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.thread.CondensedThread;
import io.github.ticketsummarizer.llm.thread.LongThreads;
import io.github.ticketsummarizer.model.CondensedComments;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import io.github.ticketsummarizer.streams.stage.StageFunction;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a model read the whole thread and say what the ticket was about. The comments go no further than this stage. */
public final class SynthesisFunction implements StageFunction<RawTicket, SynthesizedTicket> {
    private final LlmClients clients;
    private final LongThreads threads;
    private final SynthesisReader reader;

    /** @param threads condenses what is too long for one request */
    public SynthesisFunction(LlmClients clients, LongThreads threads, DiagnosticsGuide guide) {
        this.clients = clients;
        this.threads = threads;
        this.reader = new SynthesisReader(guide);
    }

    @Override
    public CallOutcome<SynthesizedTicket> call(RawTicket raw, Attempt attempt) throws InterruptedException {
        try {
            ThreadInput thread = threads.read(raw.ticket(), raw.request(), attempt.account());
            SynthesisAnswer answer = clients.ask(
                    LlmTask.SYNTHESIS,
                    raw.request(),
                    thread,
                    said -> reader.read(said, raw.ticket()),
                    attempt.account());
            threads.forget(raw.request());
            return new CallOutcome.Success<>(synthesized(raw, attempt, answer, thread));
        } catch (ProviderHeldException held) {
            return new CallOutcome.LaneHeld<>(held.resumeAfter());
        } catch (LlmException failed) {
            return new CallOutcome.Failure<>(failed.failure(), failed.retryAfter());
        }
    }

    @Override
    public void describe(RawTicket raw, @Nullable SynthesizedTicket synthesized, SpanDetails details) {
        details.put(Product.COMMENT_COUNT, (long) raw.ticket().comments().size())
                .put(Product.SYNTHESIS_SUCCESS, synthesized != null);
        if (synthesized != null) {
            details.naming(synthesized.people()).output(synthesized.synthesis());
        }
    }

    private static SynthesizedTicket synthesized(
            RawTicket raw, Attempt attempt, SynthesisAnswer answer, ThreadInput thread) {
        CondensedThread condensed = thread.condensed();
        SynthesizedTicket ticket = new SynthesizedTicket(
                raw.request(),
                raw.ticket().header(),
                answer.synthesis(),
                answer.evidence(),
                attempt.account().calls(),
                List.of(raw.timing(), attempt.timing()));
        CondensedComments comments = condensed == null
                ? null
                : new CondensedComments(condensed.first(), condensed.last(), condensed.chunks());
        return ticket.with(comments, answer.warnings()).withPeople(thread.people());
    }
}
