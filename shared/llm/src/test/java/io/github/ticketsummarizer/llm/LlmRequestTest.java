package io.github.ticketsummarizer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlmRequestTest {
    private static final TicketHeader HEADER =
            new TicketHeader("78788", "subject", "description", "url", "open", null, null, 0, CustomFields.NONE);

    @Test
    void aTaskTakesOnlyItsOwnInput() {
        ThreadInput thread = new ThreadInput(new Ticket(HEADER, List.of()));

        assertThat(new LlmRequest(LlmTask.SYNTHESIS, 1, thread).input()).isEqualTo(thread);
        assertThatThrownBy(() -> new LlmRequest(LlmTask.DIAGNOSTICS, 1, thread))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the task diagnostics does not read a ThreadInput");
    }

    @Test
    void eachTaskPicksItsOwnPromptVersion() {
        PromptVersions versions = new PromptVersions(2, 3, 4);

        assertThat(LlmTask.SYNTHESIS.promptVersion(versions)).isEqualTo(2);
        assertThat(LlmTask.CATEGORIZATION.promptVersion(versions)).isEqualTo(3);
        assertThat(LlmTask.DIAGNOSTICS.promptVersion(versions)).isEqualTo(4);
        assertThat(LlmTask.CONDENSATION.promptVersion(versions)).isEqualTo(1);
        assertThat(LlmTask.CONDENSATION.promptVersion(new PromptVersions(2, 3, 4, 5)))
                .isEqualTo(5);
    }
}
