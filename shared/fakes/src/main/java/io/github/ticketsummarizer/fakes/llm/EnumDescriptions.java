package io.github.ticketsummarizer.fakes.llm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What a system part says of the values of enums. It is the same for every ticket, so that it is read once. */
final class EnumDescriptions {
    /** How much of the system part, at most, describes a value after naming it. */
    private static final int MOST_CHARS = 400;

    private final String system;
    private final Map<List<String>, Map<String, Set<String>>> wordsByChoice = new ConcurrentHashMap<>();

    EnumDescriptions(String system) {
        this.system = system;
    }

    /** The longer words of each value's description, by the value. */
    Map<String, Set<String>> words(List<String> choices) {
        return wordsByChoice.computeIfAbsent(
                choices,
                all -> all.stream()
                        .distinct()
                        .collect(Collectors.toMap(choice -> choice, choice -> TicketText.words(text(choice, all)))));
    }

    /** From where a value is named to where another is. */
    private String text(String choice, List<String> all) {
        int start = system.indexOf(choice);
        if (start < 0) {
            return choice;
        }
        int most = Math.min(system.length(), start + MOST_CHARS);
        int end = all.stream()
                .mapToInt(other -> system.indexOf(
                        other, start + choice.length(), Math.min(system.length(), most + other.length())))
                .filter(next -> next > 0)
                .min()
                .orElse(most);
        return system.substring(start, Math.min(end, most));
    }
}
