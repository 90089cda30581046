package io.github.ticketsummarizer.telemetry.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard and the table of docs/metrics.md, against the metrics that exist. */
class DashboardTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern METRIC = Pattern.compile("(?:ticket_summarizer|gen_ai_client)_[a-zA-Z_]+");
    private static final Pattern DOCUMENTED =
            Pattern.compile("\\| `((?:ticket_summarizer|gen_ai\\.client)\\.[a-z_.]+)`");

    @Test
    void theDashboardShowsEveryMetricAndNoneThatDoesNotExist() throws IOException {
        Set<String> shown = new TreeSet<>();
        JsonNode dashboard = new ObjectMapper()
                .readTree(ROOT.resolve("dashboards/ticket-summarizer.json").toFile());
        for (JsonNode expression : dashboard.findValues("expr")) {
            METRIC.matcher(expression.asText())
                    .results()
                    .map(found -> found.group())
                    .forEach(shown::add);
        }

        assertThat(shown)
                .containsExactly(
                        "gen_ai_client_operation_duration_seconds_bucket",
                        "gen_ai_client_token_usage_sum",
                        "ticket_summarizer_consumer_lag",
                        "ticket_summarizer_dead_letters_total",
                        "ticket_summarizer_held_records",
                        "ticket_summarizer_llm_budget_wait_seconds_bucket",
                        "ticket_summarizer_llm_cost_total",
                        "ticket_summarizer_llm_rate_limited_total",
                        "ticket_summarizer_llm_unpriced_calls_total",
                        "ticket_summarizer_stage_duration_seconds_bucket",
                        "ticket_summarizer_stage_failures_total",
                        "ticket_summarizer_stage_queue_duration_seconds_bucket",
                        "ticket_summarizer_stage_retries_total",
                        "ticket_summarizer_tickets_total",
                        "ticket_summarizer_zendesk_budget_wait_seconds_bucket",
                        "ticket_summarizer_zendesk_rate_limited_total")
                .hasSameSizeAs(MetricNames.all());
        assertThat(shown)
                .allSatisfy(name -> assertThat(MetricNames.all().stream().map(metric -> metric.replace('.', '_')))
                        .anyMatch(name::startsWith));
    }

    @Test
    void theDocumentListsEveryMetricAndNoneThatDoesNotExist() throws IOException {
        Matcher documented = DOCUMENTED.matcher(Files.readString(ROOT.resolve("docs/metrics.md")));
        List<String> names = documented.results().map(found -> found.group(1)).toList();

        assertThat(names).containsExactlyInAnyOrderElementsOf(MetricNames.all());
    }
}
