package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.llm.prompt.InstructionSigns;
import io.github.ticketsummarizer.llm.prompt.InstructionSigns.Sign;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.Warning;
import io.github.ticketsummarizer.model.WarningType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a person should look at before relying on a synthesis. */
final class SynthesisWarnings {
    /** Shorter threads have nothing to quote. */
    private static final int SHORTEST_THREAD = 40;

    private SynthesisWarnings() {}

    /**
     * The warnings on a synthesis.
     *
     * @param quotes that the model gave
     * @param standing those of them that stand in the comment that they name
     */
    static List<Warning> of(Ticket ticket, int quotes, int standing) {
        List<Warning> warnings = new ArrayList<>();
        Set<Sign> signs = InstructionSigns.in(ticket);
        if (!signs.isEmpty()) {
            warnings.add(warning(
                    WarningType.INSTRUCTIONS_IN_TICKET,
                    "the ticket holds %s; see that the answers follow from the thread"
                            .formatted(signs.stream().map(Sign::words).collect(Collectors.joining(", ")))));
        }
        if (standing < quotes) {
            warnings.add(warning(
                    WarningType.QUOTES_NOT_FOUND,
                    "%d of %d quotes do not stand in the comment that they name and were left out"
                            .formatted(quotes - standing, quotes)));
        }
        if (standing == 0 && hasText(ticket)) {
            warnings.add(warning(
                    WarningType.ANSWER_NOT_SUPPORTED, "the synthesis quotes nothing that stands in the thread"));
        }
        return warnings;
    }

    private static boolean hasText(Ticket ticket) {
        return ticket.comments().stream()
                .anyMatch(comment -> comment.body().strip().length() >= SHORTEST_THREAD);
    }

    private static Warning warning(WarningType type, String message) {
        return new Warning(Stage.SYNTHESIS, type, message);
    }
}
