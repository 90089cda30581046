package io.github.ticketsummarizer.fakes.llm;

import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import io.github.ticketsummarizer.fakes.http.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a model provider goes wrong, each in its own words. */
public enum LlmFault {
    /** 429, to wait 2 seconds. */
    RATE_LIMITED,
    /** 429, to wait 1,500 milliseconds in the header that OpenAI and Azure have for it. */
    RATE_LIMITED_MS,
    /** 429, to wait until a date 30 seconds ahead. */
    RATE_LIMITED_DATE,
    /** 429 that no waiting mends: the credit or the day's quota is used up. */
    QUOTA,
    /** The provider's filter stops the prompt. */
    CONTENT_FILTER,
    /** 400 whose code is a number, as vLLM sends it. */
    INTEGER_CODE,
    /** 400 whose message quotes the whole prompt. */
    ECHO,
    WRONG_KEY,
    NOT_FOUND,
    /** 500 with a page of a proxy. */
    HTML,
    OVERLOADED,
    RESET,
    CUT_OFF,
    HANG,
    /** 200 with what is no JSON. */
    JUNK,
    /** 200 without a body. */
    EMPTY,
    /** 200 with half of the JSON. */
    TRUNCATED,
    /** The model refuses. */
    REFUSAL,
    /** The limit of output tokens cuts the answer. */
    OUTPUT_LIMIT,
    /** The answer ended in a word that no client knows. */
    UNKNOWN_FINISH,
    /** The answer is there, but says nothing. */
    NO_TEXT;

    /** Those that another try may mend, and that end at once. */
    public static final List<LlmFault> TRANSIENT =
            List.of(RATE_LIMITED, RATE_LIMITED_MS, HTML, OVERLOADED, RESET, CUT_OFF, JUNK, EMPTY, TRUNCATED);

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    /** The name in a command, for example {@code rate-limited}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The fault of a name.
     *
     * @throws IllegalArgumentException when there is no such fault; the message lists the known ones
     */
    public static LlmFault fromName(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown fault '%s'; known: %s"
                        .formatted(
                                name,
                                Arrays.stream(values()).map(LlmFault::wireName).collect(Collectors.joining(", ")))));
    }

    /**
     * What a request meets.
     *
     * @param reply what it would have been answered
     */
    Fault on(FakeRequest request, WireFormat format, Reply reply, InstantSource clock) {
        return switch (this) {
            case RESET -> new Fault.Reset();
            case CUT_OFF -> new Fault.CutOff();
            case HANG -> new Fault.Hang();
            case TRUNCATED -> new Fault.Truncated();
            case JUNK -> Fault.junk();
            case HTML -> Fault.html(500);
            case EMPTY -> new Fault.Instead(FakeAnswer.json(200, ""));
            default -> new Fault.Instead(answer(request, format, reply, clock));
        };
    }

    private FakeAnswer answer(FakeRequest request, WireFormat format, Reply reply, InstantSource clock) {
        return switch (this) {
            case RATE_LIMITED -> rateLimited(format).withRetryAfter(Duration.ofSeconds(2));
            case RATE_LIMITED_MS -> rateLimited(format).with("retry-after-ms", "1500");
            case RATE_LIMITED_DATE ->
                rateLimited(format)
                        .with("Date", HTTP_DATE.format(clock.instant()))
                        .with("Retry-After", HTTP_DATE.format(clock.instant().plusSeconds(30)));
            case QUOTA -> format.error(WireFormat.ErrorKind.QUOTA, "You exceeded your current quota.");
            case CONTENT_FILTER -> format.filtered(reply);
            case ECHO -> format.error(WireFormat.ErrorKind.BAD_REQUEST, "Cannot read this: " + request.body());
            case WRONG_KEY -> format.error(WireFormat.ErrorKind.WRONG_KEY, "Incorrect API key provided.");
            case NOT_FOUND -> format.error(WireFormat.ErrorKind.NOT_FOUND, "There is no such model.");
            case OVERLOADED -> format.error(WireFormat.ErrorKind.OVERLOADED, "Overloaded.");
            case REFUSAL -> format.answer(reply.ending(Reply.Ending.REFUSED, ""));
            case OUTPUT_LIMIT ->
                format.answer(reply.ending(
                        Reply.Ending.CUT, reply.text().substring(0, reply.text().length() / 2)));
            case UNKNOWN_FINISH -> format.answer(reply.ending(Reply.Ending.UNKNOWN, reply.text()));
            case NO_TEXT -> format.answer(reply.ending(Reply.Ending.COMPLETE, ""));
            default ->
                FakeAnswer.json(
                        400, "{\"error\": {\"message\": \"bad\", \"type\": \"BadRequestError\", \"code\": 400}}");
        };
    }

    private static FakeAnswer rateLimited(WireFormat format) {
        return format.error(WireFormat.ErrorKind.RATE_LIMITED, "Slow down.");
    }
}
