package io.github.ticketsummarizer.llm.offline;

import static io.github.ticketsummarizer.llm.offline.Threads.thread;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmRequest;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.answer.CategorizationReader;
import io.github.ticketsummarizer.llm.answer.DiagnosticsReader;
import io.github.ticketsummarizer.llm.answer.SynthesisAnswer;
import io.github.ticketsummarizer.llm.answer.SynthesisReader;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketType;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineClientTest {
    private static final Ticket TICKET = thread().customer(
                    "The tip sits at the wrong element of the page, next to Delete instead of Edit.")
            .support("Have you tried the Diagnostics panel?")
            .customer("I opened the Diagnostics panel, and it is green.")
            .note("The cause is latching, because all buttons of the row look the same.")
            .customer("I reselected it with your selector and it works now, fixed for everybody.")
            .ticket("Tip at the wrong element");

    private final OfflineClient client = new OfflineClient(Threads.CONFIG);

    @Test
    void eachAnswerIsOneThatTheReadersTake() throws LlmException {
        SynthesisAnswer synthesized = synthesized();
        AnalysisInput input = new AnalysisInput(TICKET.header(), synthesized.synthesis(), synthesized.evidence());

        assertThat(synthesized.evidence())
                .contains(
                        new Evidence(2, "Have you tried the Diagnostics panel?"),
                        new Evidence(3, "I opened the Diagnostics panel, and it is green."));
        assertThat(new CategorizationReader(Threads.CONFIG.taxonomy())
                        .read(client.call(new LlmRequest(LlmTask.CATEGORIZATION, 1, input)))
                        .primaryPod())
                .isEqualTo("WFE");
        assertThat(new DiagnosticsReader(Threads.CONFIG.guide())
                        .read(client.call(new LlmRequest(LlmTask.DIAGNOSTICS, 1, input)), CustomFields.NONE)
                        .metadata()
                        .ticketType())
                .isEqualTo(TicketType.TROUBLESHOOTING);
    }

    @Test
    void itNamesItselfABaselineCountsNoTokensAndCostsNothing() throws LlmException {
        LlmAnswer answer = client.call(new LlmRequest(LlmTask.SYNTHESIS, 1, new ThreadInput(TICKET)));

        assertThat(answer.model()).isEqualTo("offline-baseline-1");
        assertThat(answer.usage()).isEqualTo(TokenUsage.UNKNOWN);
        assertThat(answer.costUsd()).isZero();
        assertThat(answer.duration()).isPositive();
    }

    @Test
    void theSameQuestionGetsTheSameBytes() throws LlmException {
        SynthesisAnswer synthesized = synthesized();
        AnalysisInput input = new AnalysisInput(TICKET.header(), synthesized.synthesis(), synthesized.evidence());
        OfflineClient another = new OfflineClient(Threads.CONFIG);

        for (LlmTask task : List.of(LlmTask.SYNTHESIS, LlmTask.CATEGORIZATION, LlmTask.DIAGNOSTICS)) {
            LlmRequest request = new LlmRequest(task, 1, task == LlmTask.SYNTHESIS ? new ThreadInput(TICKET) : input);
            assertThat(another.call(request).content().toString())
                    .isEqualTo(client.call(request).content().toString());
        }
    }

    private SynthesisAnswer synthesized() throws LlmException {
        LlmAnswer answer = client.call(new LlmRequest(LlmTask.SYNTHESIS, 1, new ThreadInput(TICKET)));
        return new SynthesisReader(Threads.CONFIG.guide()).read(answer, TICKET);
    }
}
