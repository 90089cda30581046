package io.github.ticketsummarizer.telemetry.metric;

import io.github.ticketsummarizer.telemetry.redaction.Identifiers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a model is called in metrics. Its name comes from a server: what is no such name, and any beyond the first hundred, is
 * told as {@code other}, so that there are few values and none holds what does not belong there. Thread-safe.
 */
final class ModelLabels {
    private static final String OTHER = "other";
    private static final int MOST = 100;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    String of(String model) {
        boolean isNew = !known.contains(model);
        if (isNew && (known.size() >= MOST || !Identifiers.isModelName(model))) {
            return OTHER;
        }
        known.add(model);
        return model;
    }
}
