package io.github.ticketsummarizer.fakes.otlp;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A trace as Langfuse shows it: an aggregate over its observations. */
public record LangfuseTrace(String id, List<LangfuseObservation> observations) {
    public LangfuseTrace {
        observations = observations.stream()
                .sorted(Comparator.comparing(LangfuseObservation::start))
                .toList();
    }

    /** The traces of spans, in the order in which the first span of each came. */
    public static List<LangfuseTrace> of(List<ReceivedSpan> spans) {
        LangfuseRules rules = new LangfuseRules();
        Map<String, Map<String, LangfuseObservation>> traces = new LinkedHashMap<>();
        for (ReceivedSpan span : spans) {
            // A span that is sent again replaces the first where both begin at the same time, else it is one more.
            traces.computeIfAbsent(span.traceId(), id -> new TreeMap<>())
                    .put(span.spanId() + "@" + span.start(), rules.observation(span));
        }
        return traces.entrySet().stream()
                .map(trace -> new LangfuseTrace(
                        trace.getKey(), List.copyOf(trace.getValue().values())))
                .toList();
    }

    /** What any observation calls the trace, else the root's name; null where there is neither. */
    public @Nullable String name() {
        String named = latest(LangfuseObservation::traceName);
        LangfuseObservation root = root();
        return named == null && root != null ? root.name() : named;
    }

    /** The observation without a parent; null where none came, which leaves the trace without input and output. */
    public @Nullable LangfuseObservation root() {
        return observations.stream()
                .filter(LangfuseObservation::isRoot)
                .findFirst()
                .orElse(null);
    }

    public @Nullable String input() {
        LangfuseObservation root = root();
        return root == null ? null : root.input();
    }

    public @Nullable String output() {
        LangfuseObservation root = root();
        return root == null ? null : root.output();
    }

    public @Nullable String sessionId() {
        return latest(LangfuseObservation::sessionId);
    }

    public @Nullable String userId() {
        return latest(LangfuseObservation::userId);
    }

    /** Those of the latest observation that has any; not those of all together. */
    public List<String> tags() {
        List<String> tags = latest(observation -> observation.tags().isEmpty() ? null : observation.tags());
        return tags == null ? List.of() : tags;
    }

    /** Tokens by kind, of all observations: what is told twice counts twice. */
    public Map<String, Long> usage() {
        return observations.stream()
                .flatMap(observation -> observation.usage().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    /** US dollars, of all observations that tell a cost. */
    public double cost() {
        return observations.stream()
                .map(LangfuseObservation::cost)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** The observations that failed. */
    public List<LangfuseObservation> errors() {
        return observations.stream()
                .filter(observation -> observation.level().equals("ERROR"))
                .toList();
    }

    private <T> @Nullable T latest(Function<LangfuseObservation, @Nullable T> value) {
        T latest = null;
        for (LangfuseObservation observation : observations) {
            T own = value.apply(observation);
            latest = own == null ? latest : own;
        }
        return latest;
    }
}
