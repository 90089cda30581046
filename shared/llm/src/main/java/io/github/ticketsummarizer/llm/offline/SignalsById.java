package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.config.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Brings the entries of a configuration file into the form that they are scored in. */
final class SignalsById {
    private SignalsById() {}

    /** The signals of each entry, in the order of the file. */
    static <T> Map<String, List<Signal>> of(
            List<T> entries, Function<T, String> id, Function<T, List<Signal>> signals) {
        Map<String, List<Signal>> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(id.apply(entry), signals.apply(entry)));
        return byId;
    }
}
