package io.github.ticketsummarizer.fakes.otlp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A request of an exporter.
 *
 * @param endpoint one of {@link OtlpReceiver}'s names of endpoints
 * @param authorization the header of that name; empty where there is none
 * @param json the request in OTLP's JSON
 * @param spans none where it was metrics
 */
public record ReceivedExport(String endpoint, String authorization, ObjectNode json, List<ReceivedSpan> spans) {
    public ReceivedExport {
        spans = List.copyOf(spans);
    }
}
