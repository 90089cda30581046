package io.github.ticketsummarizer.telemetry.span;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Langfuse;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The trace of one ticket.
 *
 * @param root the span that all stages are below
 * @param caller the trace of whoever sent the submission; null where it was ours, or had none
 */
public record TicketTrace(
        TicketRequest request, TraceContext root, @Nullable TraceContext caller) {
    /** The name of the root, and of the trace. */
    public static final String NAME = "process_ticket";

    /** What the span of a stage is called. */
    public static String spanName(Stage stage) {
        return switch (stage) {
            case FETCH -> "fetch_ticket";
            case SYNTHESIS -> "synthesize_ticket";
            case CATEGORIZATION -> "categorize_ticket";
            case DIAGNOSTICS -> "analyze_diagnostics";
            case MERGE -> "merge_results";
        };
    }

    /** The span of a stage. */
    public TraceContext stage(Stage stage) {
        return root.derived(stage.wireName());
    }

    /** What every span of the trace carries. */
    public Attributes attributes() {
        AttributesBuilder attributes = Attributes.builder()
                .put(Product.TICKET_ID, request.ticketId())
                .put(Product.REQUEST_ID, request.requestId())
                .put(Product.ANALYSIS_TYPE, request.analysisType().wireName())
                .put(Product.MODEL_PROVIDER, request.modelProvider())
                .put(Langfuse.TRACE_NAME, NAME)
                .put(OpenInference.TAGS, request.analysisType().wireName(), request.modelProvider())
                .put(OpenInference.METADATA, metadata());
        if (request.runId() != null) {
            attributes.put(Product.RUN_ID, request.runId()).put(OpenInference.SESSION_ID, request.runId());
        }
        return attributes.build();
    }

    /** What every span below a stage carries. */
    public Attributes attributes(Stage stage) {
        return attributes().toBuilder().put(Product.PHASE, stage.wireName()).build();
    }

    private String metadata() {
        ObjectNode versions = JsonNodeFactory.instance
                .objectNode()
                .put("synthesis", request.promptVersions().synthesis())
                .put("categorization", request.promptVersions().categorization())
                .put("diagnostics", request.promptVersions().diagnostics());
        ObjectNode metadata = JsonNodeFactory.instance
                .objectNode()
                .put("ticket_id", request.ticketId())
                .put("request_id", request.requestId())
                .put("serial_no", request.serialNo())
                .put("run_id", request.runId())
                .put("analysis_type", request.analysisType().wireName())
                .put("model_provider", request.modelProvider());
        return metadata.<ObjectNode>set("prompt_versions", versions).toString();
    }
}
