package io.github.ticketsummarizer.telemetry.metric;

import java.util.List;

/**
 * The instruments' names. Where OpenTelemetry has a convention they follow it
 * (https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/), else they start with the product's name.
 */
public final class MetricNames {
    public static final String TICKETS = "ticket_summarizer.tickets";
    public static final String STAGE_DURATION = "ticket_summarizer.stage.duration";
    public static final String STAGE_QUEUE_DURATION = "ticket_summarizer.stage.queue.duration";
    public static final String STAGE_RETRIES = "ticket_summarizer.stage.retries";
    public static final String STAGE_FAILURES = "ticket_summarizer.stage.failures";
    public static final String HELD_RECORDS = "ticket_summarizer.held.records";
    public static final String CONSUMER_LAG = "ticket_summarizer.consumer.lag";
    public static final String DEAD_LETTERS = "ticket_summarizer.dead_letters";
    public static final String COST = "ticket_summarizer.llm.cost";
    public static final String UNPRICED_CALLS = "ticket_summarizer.llm.unpriced_calls";
    public static final String RATE_LIMITED = "ticket_summarizer.llm.rate_limited";
    public static final String BUDGET_WAIT = "ticket_summarizer.llm.budget.wait";
    public static final String ZENDESK_RATE_LIMITED = "ticket_summarizer.zendesk.rate_limited";
    public static final String ZENDESK_BUDGET_WAIT = "ticket_summarizer.zendesk.budget.wait";
    public static final String TOKENS = "gen_ai.client.token.usage";
    public static final String CALL_DURATION = "gen_ai.client.operation.duration";

    private MetricNames() {}

    /** All of them. */
    public static List<String> all() {
        return List.of(
                TICKETS,
                STAGE_DURATION,
                STAGE_QUEUE_DURATION,
                STAGE_RETRIES,
                STAGE_FAILURES,
                HELD_RECORDS,
                CONSUMER_LAG,
                DEAD_LETTERS,
                COST,
                UNPRICED_CALLS,
                RATE_LIMITED,
                BUDGET_WAIT,
                ZENDESK_RATE_LIMITED,
                ZENDESK_BUDGET_WAIT,
                TOKENS,
                CALL_DURATION);
    }
}
