package io.github.ticketsummarizer.testing;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Spans of one trace as a tree in text, two blanks a level, siblings by name: to be compared whole. */
public final class SpanTree {
    private SpanTree() {}

    /**
     * The names of the spans.
     *
     * @throws AssertionError when a span's parent is not there, since then no tree shows it; or when an id is there twice
     */
    public static String of(List<SpanData> spans) {
        Map<String, SpanData> byId = new HashMap<>();
        for (SpanData span : spans) {
            if (byId.put(span.getSpanId(), span) != null) {
                throw new AssertionError("span %s is there twice".formatted(span.getName()));
            }
        }
        List<String> orphans = spans.stream()
                .filter(span -> span.getParentSpanContext().isValid() && !byId.containsKey(span.getParentSpanId()))
                .map(SpanData::getName)
                .toList();
        if (!orphans.isEmpty()) {
            throw new AssertionError("spans without their parents: " + orphans);
        }
        return spans.stream()
                .filter(span -> !span.getParentSpanContext().isValid())
                .sorted(Comparator.comparing(SpanData::getName))
                .map(root -> subtree(root, spans, 0))
                .collect(Collectors.joining());
    }

    private static String subtree(SpanData span, List<SpanData> spans, int depth) {
        String below = spans.stream()
                .filter(child -> child.getParentSpanId().equals(span.getSpanId()))
                .sorted(Comparator.comparing(SpanData::getName))
                .map(child -> subtree(child, spans, depth + 1))
                .collect(Collectors.joining());
        return "%s%s%n".formatted("  ".repeat(depth), span.getName()) + below;
    }
}
