package io.github.ticketsummarizer.fakes.llm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a request asks, whatever its wire format.
 *
 * @param ticket the text of the last turn
 * @param schema what the answer must look like
 */
record Question(String model, String system, String ticket, JsonNode schema) {
    /** About what a tokenizer would count. */
    static long tokens(String text) {
        return Math.ceilDiv(text.length(), 4);
    }
}
