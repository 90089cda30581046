package io.github.ticketsummarizer.telemetry.attribute;

import io.opentelemetry.api.common.AttributeKey;

/** This product's own names. */
public final class Product {
    // On every span of a ticket's trace.
    public static final AttributeKey<String> TICKET_ID = AttributeKey.stringKey("ticket_id");
    public static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("request_id");
    public static final AttributeKey<String> RUN_ID = AttributeKey.stringKey("run_id");
    public static final AttributeKey<String> ANALYSIS_TYPE = AttributeKey.stringKey("analysis_type");
    public static final AttributeKey<String> MODEL_PROVIDER = AttributeKey.stringKey("model_provider");
    /** The stage by its name on topics: {@code fetch}, {@code synthesis}, {@code categorization}, … */
    public static final AttributeKey<String> PHASE = AttributeKey.stringKey("phase");

    // What was found.
    public static final AttributeKey<Long> COMMENT_COUNT = AttributeKey.longKey("comment_count");
    /** Characters of all messages to the model. */
    public static final AttributeKey<Long> PROMPT_LENGTH = AttributeKey.longKey("prompt_length");

    public static final AttributeKey<Boolean> SYNTHESIS_SUCCESS = AttributeKey.booleanKey("synthesis_success");
    public static final AttributeKey<String> PRIMARY_POD = AttributeKey.stringKey("primary_pod");
    public static final AttributeKey<String> CONFIDENCE = AttributeKey.stringKey("confidence");
    public static final AttributeKey<String> WAS_USED = AttributeKey.stringKey("was_used");
    public static final AttributeKey<String> COULD_HELP = AttributeKey.stringKey("could_help");
    /** {@code success}, {@code partial} or {@code failed}. */
    public static final AttributeKey<String> PROCESSING_STATUS = AttributeKey.stringKey("processing_status");

    // How it went.
    /** Milliseconds from the record's writing to its stage's taking it in. */
    public static final AttributeKey<Long> QUEUE_TIME_MS = AttributeKey.longKey("queue_time_ms");
    /** Which attempt, from 1; on a stage span how many there were. */
    public static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("attempt");

    public static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("attempts");
    public static final AttributeKey<Long> WAIT_MS = AttributeKey.longKey("wait_ms");
    /** Whether the call asks the model to mend its own answer. */
    public static final AttributeKey<Boolean> REPAIR = AttributeKey.booleanKey("repair");

    public static final AttributeKey<Boolean> RETRYABLE = AttributeKey.booleanKey("retryable");

    // Calls that many tickets share.
    public static final AttributeKey<Long> BATCH_SIZE = AttributeKey.longKey("batch.size");
    public static final AttributeKey<String> BATCH_CALL_ID = AttributeKey.stringKey("batch.call_id");

    /** The trace of whoever sent the record, where it had one. */
    public static final AttributeKey<String> CALLER_TRACE_ID = AttributeKey.stringKey("caller.trace_id");

    // On the spans of a run.
    public static final AttributeKey<Long> TICKET_COUNT = AttributeKey.longKey("ticket_count");
    public static final AttributeKey<String> CSV_PATH = AttributeKey.stringKey("csv_path");
    public static final AttributeKey<Long> SUCCESS_COUNT = AttributeKey.longKey("success_count");
    public static final AttributeKey<Long> PARTIAL_COUNT = AttributeKey.longKey("partial_count");
    public static final AttributeKey<Long> FAILED_COUNT = AttributeKey.longKey("failed_count");
    // A run sums up calls that have spans of their own, so these are not OpenInference's names: they would count twice.
    public static final AttributeKey<Long> RUN_INPUT_TOKENS = AttributeKey.longKey("run.input_tokens");
    public static final AttributeKey<Long> RUN_OUTPUT_TOKENS = AttributeKey.longKey("run.output_tokens");
    public static final AttributeKey<Double> RUN_COST_USD = AttributeKey.doubleKey("run.cost_usd");
    public static final AttributeKey<Long> RUN_CALLS = AttributeKey.longKey("run.calls");
    public static final AttributeKey<Long> RUN_UNPRICED_CALLS = AttributeKey.longKey("run.unpriced_calls");

    private Product() {}

    /** How many tickets have a POD. */
    public static AttributeKey<Long> podDistribution(String pod) {
        return AttributeKey.longKey("pod_distribution." + pod);
    }

    /** How many tickets have an answer to whether Diagnostics was used: {@code yes}, {@code no}, {@code unknown}. */
    public static AttributeKey<Long> wasUsed(String answer) {
        return AttributeKey.longKey("was_used." + answer);
    }

    /** How many tickets have an answer to whether Diagnostics could have helped. */
    public static AttributeKey<Long> couldHelp(String answer) {
        return AttributeKey.longKey("could_help." + answer);
    }

    /** How many answers are this sure of themselves. */
    public static AttributeKey<Long> confidence(String level) {
        return AttributeKey.longKey("confidence." + level.replace(' ', '_'));
    }
}
