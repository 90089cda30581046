package io.github.ticketsummarizer.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

class AggregatorTopologyTest {
    private final TopologyDescription description = new AggregatorTopology(
                    new Topics(new Json(), 1024 * 1024), AggregatorFixture.SETTINGS, Clock.systemUTC(), Tracing.none())
            .build()
            .describe();

    @Test
    void nodesAndStoresHaveNamesOfTheirOwn() {
        assertThat(description.toString()).doesNotContainPattern(Pattern.compile("KSTREAM|KTABLE|STATE-STORE"));
    }

    @Test
    void ticketsAndRunsAreTwoPartsJoinedByOneInternalTopic() {
        Set<Set<String>> topicsRead = description.subtopologies().stream()
                .map(AggregatorTopologyTest::topicsRead)
                .collect(Collectors.toSet());

        assertThat(topicsRead)
                .containsExactlyInAnyOrder(
                        Set.of("stage-events", "synthesized", "pod-results", "diag-results", "ticket-failures"),
                        Set.of("runs", "run-contributions-repartition"));
    }

    private static Set<String> topicsRead(TopologyDescription.Subtopology part) {
        return part.nodes().stream()
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .collect(Collectors.toSet());
    }
}
