package io.github.ticketsummarizer.llm.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the JSON object in what a model said. Models without a strict mode wrap it in a code fence, or say something
 * before and after it; mending that costs no second call.
 */
public final class AnswerJson {
    /** A text of nothing but braces is not worth following to its end. */
    private static final int MAX_STARTS = 20;

    /** How open models end their thinking where the server leaves it in the text; it may hold a draft of the answer. */
    private static final Pattern THINKING = Pattern.compile("^\\s*[^\\s{`].*?</think(?:ing)?>", Pattern.DOTALL);

    private final ObjectMapper mapper = new ObjectMapper();

    /** The first whole object in the text after any thinking, or the text as a text node where it holds none. */
    public JsonNode read(String text) {
        Matcher thinking = THINKING.matcher(text);
        JsonNode answer = thinking.find() ? firstObject(text.substring(thinking.end())) : TextNode.valueOf(text);
        return answer.isObject() ? answer : firstObject(text);
    }

    private JsonNode firstObject(String text) {
        int start = text.indexOf('{');
        for (int tries = 0; start >= 0 && tries < MAX_STARTS; tries++) {
            JsonNode found = valueAt(text, start);
            if (found.isObject() && !found.isEmpty()) {
                return found;
            }
            start = text.indexOf('{', start + 1);
        }
        return TextNode.valueOf(text);
    }

    private JsonNode valueAt(String text, int start) {
        try (JsonParser parser = mapper.createParser(text.substring(start))) {
            return mapper.readTree(parser);
        } catch (IOException notJson) {
            return TextNode.valueOf(text);
        }
    }
}
