package io.github.ticketsummarizer.llm.config;

import java.util.List;
import java.util.Optional;

/**
 * The PODs, as {@code taxonomy.yaml} names them.
 *
 * @param version raised with every change of the file; it stands on each result
 */
public record Taxonomy(int version, List<Pod> pods) {
    public Taxonomy {
        pods = List.copyOf(pods);
    }

    /** The POD that is meant by a name, in any case and with blanks around it. */
    public Optional<Pod> find(String name) {
        return pods.stream()
                .filter(pod -> pod.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The names of all PODs, in the order of the file. */
    public List<String> names() {
        return pods.stream().map(Pod::name).toList();
    }
}
