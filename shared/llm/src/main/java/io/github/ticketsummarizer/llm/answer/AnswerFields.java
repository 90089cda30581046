package io.github.ticketsummarizer.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.llm.InvalidAnswerException;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.model.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an answer. What is missing or wrong is noted, and something harmless stands in for it, so that
 * {@link #require} can name all of it at once. A problem never quotes the answer: it may hold ticket text.
 */
final class AnswerFields {
    /** No field asks for more than some sentences; what is longer repeats the prompt or has got into a loop. */
    private static final int LONGEST_TEXT = 8_000;

    private static final int LONGEST_LIST = 200;
    /** How the prompt's own marks begin; no text of a ticket that a model sees holds this. */
    private static final String PROMPT_MARK = "<<<";

    private final LlmAnswer answer;
    private final JsonNode node;
    private final String prefix;
    private final List<String> problems;

    private AnswerFields(LlmAnswer answer, JsonNode node, String prefix, List<String> problems) {
        this.answer = answer;
        this.node = node;
        this.prefix = prefix;
        this.problems = problems;
    }

    static AnswerFields of(LlmAnswer answer) {
        return new AnswerFields(answer, answer.content(), "", new ArrayList<>());
    }

    /** An object inside this one; when it is missing, that is the only problem noted of it. */
    AnswerFields object(String name) {
        JsonNode value = node.path(name);
        if (value.isObject()) {
            return new AnswerFields(answer, value, prefix + name + ".", problems);
        }
        problem(name, "is missing");
        return new AnswerFields(answer, value, prefix + name + ".", new ArrayList<>());
    }

    /** The objects of a list. */
    Stream<AnswerFields> objects(String name) {
        JsonNode list = list(name);
        return IntStream.range(0, list.size())
                .mapToObj(i -> new AnswerFields(answer, list.get(i), "%s%s[%d].".formatted(prefix, name, i), problems));
    }

    /** A text that must be there. */
    String text(String name) {
        String value = optionalText(name);
        if (value == null) {
            problem(name, "is missing");
            return "";
        }
        return value;
    }

    /** A text that must be there, on one line. */
    String line(String name) {
        return text(name).replaceAll("\\s+", " ");
    }

    /** A text, without blanks around it; null when it is missing or blank. */
    @Nullable
    String optionalText(String name) {
        String value = CleanText.of(node.path(name).asText()).strip();
        if (!node.path(name).isTextual() || value.isEmpty()) {
            return null;
        }
        require(name, value);
        return value;
    }

    private void require(String name, String value) {
        if (value.length() > LONGEST_TEXT) {
            problem(name, "is longer than %d characters".formatted(LONGEST_TEXT));
        }
        if (value.contains(PROMPT_MARK)) {
            problem(name, "repeats marks of the prompt");
        }
    }

    /** The texts of a list. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(name)) {
            String text = CleanText.of(value.asText());
            require(name, text);
            texts.add(text);
        }
        return texts;
    }

    /** A whole number within bounds, both allowed. */
    int number(String name, int least, int most) {
        JsonNode value = node.path(name);
        if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
            problem(name, "is not a whole number from %d to %d".formatted(least, most));
            return least;
        }
        return value.asInt();
    }

    /** One of the names that the function knows; the known ones are named when it is another. */
    <T> T choice(String name, T instead, Function<String, T> fromName, String known) {
        String value = text(name);
        if (value.isEmpty()) {
            return instead;
        }
        try {
            return fromName.apply(value);
        } catch (IllegalArgumentException unknown) {
            problem(name, "is not one of: " + known);
            return instead;
        }
    }

    void problem(String name, String whatIsWrong) {
        problems.add("%s%s %s".formatted(prefix, name, whatIsWrong));
    }

    /** @throws InvalidAnswerException when anything was missing or wrong */
    void require(LlmTask task) throws InvalidAnswerException {
        if (!answer.content().isObject()) {
            throw new InvalidAnswerException(task, answer.rawText(), List.of("it is not a JSON object"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidAnswerException(task, answer.rawText(), problems);
        }
    }

    private JsonNode list(String name) {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            problem(name, "is not a list");
        }
        if (value.size() > LONGEST_LIST) {
            problem(name, "has more than %d entries".formatted(LONGEST_LIST));
        }
        return value;
    }
}
