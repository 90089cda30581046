package io.github.ticketsummarizer.cli.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.model.Json;
import java.io.UncheckedIOException;

/** The figures as one JSON object; a figure that is not available is {@code null}. docs/evaluation.md describes it. */
final class EvaluationDocument {
    private final EvaluationResult result;
    private final ObjectMapper mapper;

    EvaluationDocument(EvaluationResult result, Json json) {
        this.result = result;
        this.mapper = json.mapper().copy().setSerializationInclusion(JsonInclude.Include.ALWAYS);
    }

    String text(boolean withMistakes) {
        ObjectNode document = mapper.valueToTree(result.facts());
        document.setAll(mapper.<ObjectNode>valueToTree(result.evaluation()));
        document.set("failures", mapper.valueToTree(result.failures()));
        if (!withMistakes) {
            document.remove("mistakes");
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
