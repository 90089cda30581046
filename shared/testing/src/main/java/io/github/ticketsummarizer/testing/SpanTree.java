package io.github.ticketsummarizer.testing;

import io.github.ticketsummarizer.fakes.otlp.ReceivedSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
        return tree(
                spans,
                span -> new Node(
                        span.getName(),
                        span.getSpanId(),
                        span.getParentSpanContext().isValid() ? span.getParentSpanId() : ""));
    }

    /** The same for spans as a platform received them. */
    public static String ofReceived(List<ReceivedSpan> spans) {
        return tree(spans, span -> new Node(span.name(), span.spanId(), span.parentSpanId()));
    }

    private static <S> String tree(List<S> spans, Function<S, Node> toNode) {
        List<Node> nodes = spans.stream().map(toNode).toList();
        Set<String> ids = new HashSet<>();
        for (Node node : nodes) {
            if (!ids.add(node.id())) {
                throw new AssertionError("span %s is there twice".formatted(node.name()));
            }
        }
        List<String> orphans = nodes.stream()
                .filter(node -> !node.isRoot() && !ids.contains(node.parentId()))
                .map(Node::name)
                .toList();
        if (!orphans.isEmpty()) {
            throw new AssertionError("spans without their parents: " + orphans);
        }
        return below("", nodes, 0);
    }

    private static String below(String parentId, List<Node> nodes, int depth) {
        return nodes.stream()
                .filter(node -> node.parentId().equals(parentId))
                .sorted(Comparator.comparing(Node::name))
                .map(node -> "%s%s%n".formatted("  ".repeat(depth), node.name()) + below(node.id(), nodes, depth + 1))
                .collect(Collectors.joining());
    }

    /** @param parentId empty for a root */
    private record Node(String name, String id, String parentId) {
        boolean isRoot() {
            return parentId.isEmpty();
        }
    }
}
