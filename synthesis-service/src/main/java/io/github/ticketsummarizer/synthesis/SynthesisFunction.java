package io.github.ticketsummarizer.synthesis;

import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ProviderHeldException;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.answer.SynthesisAnswer;
import io.github.ticketsummarizer.llm.answer.SynthesisReader;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
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
    private final SynthesisReader reader;

    public SynthesisFunction(LlmClients clients, DiagnosticsGuide guide) {
        this.clients = clients;
        this.reader = new SynthesisReader(guide);
    }

    @Override
    public CallOutcome<SynthesizedTicket> call(RawTicket raw, Attempt attempt) throws InterruptedException {
        ThreadInput thread = new ThreadInput(raw.ticket());
        try {
            SynthesisAnswer answer = clients.ask(
                    LlmTask.SYNTHESIS,
                    raw.request(),
                    thread,
                    said -> reader.read(said, raw.ticket()),
                    attempt.account());
            return new CallOutcome.Success<>(new SynthesizedTicket(
                            raw.request(),
                            raw.ticket().header(),
                            answer.synthesis(),
                            answer.evidence(),
                            attempt.account().calls(),
                            List.of(raw.timing(), attempt.timing()))
                    .withPeople(thread.people()));
        } catch (ProviderHeldException held) {
            return new CallOutcome.LaneHeld<>(held.resumeAfter());
        } catch (LlmException failed) {
            return new CallOutcome.Failure<>(failed.failure(), failed.retryAfter());
        }
    }

    @Override
    public void describe(RawTicket raw, @Nullable SynthesizedTicket synthesized, SpanDetails details) {
        details.naming(new ThreadInput(raw.ticket()).people())
                .put(Product.COMMENT_COUNT, (long) raw.ticket().comments().size())
                .put(Product.SYNTHESIS_SUCCESS, synthesized != null);
        if (synthesized != null) {
            details.output(synthesized.synthesis());
        }
    }
}
