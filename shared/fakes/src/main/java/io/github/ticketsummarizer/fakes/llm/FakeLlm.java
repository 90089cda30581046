package io.github.ticketsummarizer.fakes.llm;

import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import io.github.ticketsummarizer.fakes.http.FakeServer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.http.RequestLog;
import io.github.ticketsummarizer.fakes.http.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All providers in one server, on the loopback interface unless told otherwise, each at the path and in the wire format
 * of the real one. It refuses a wrong key, unknown fields and schemas that a strict mode would not take, counts tokens, and remembers system
 * parts as a provider's cache does. The endpoints of the log are {@code gemini}, {@code openai}, {@code azure}, {@code
 * azure-legacy} and {@code anthropic}.
 */
public final class FakeLlm implements AutoCloseable {
    /** The only key that is taken. */
    public static final String KEY = "fake-key";

    private static final Map<String, WireFormat> FORMATS = formats();
    /** Shorter system parts no provider caches. */
    private static final long CACHED_FROM = 1_024;

    private static final long REASONING = 12;

    private final Duration latency;
    private final InstantSource clock = InstantSource.system();
    private final FakeServer server;
    private volatile Script script = (system, ticket, schema) -> null;
    private volatile BinaryOperator<String> revision = (ticket, answer) -> answer;
    private final Set<String> cache = ConcurrentHashMap.newKeySet();
    private final Map<String, EnumDescriptions> descriptionsBySystem = new ConcurrentHashMap<>();

    /** @param latency of every answer that is not an error */
    public FakeLlm(Duration latency) {
        this.latency = latency;
        this.server = new FakeServer(
                FORMATS.entrySet().stream()
                        .map(format -> new Route(
                                format.getKey(),
                                "POST",
                                format.getValue().path(),
                                request -> answer(format.getValue(), request)))
                        .toList(),
                FaultPlan.none());
    }

    private static Map<String, WireFormat> formats() {
        Map<String, WireFormat> formats = new LinkedHashMap<>();
        formats.put("gemini", new GeminiFormat());
        formats.put("openai", new OpenAiFormat(OpenAiFormat.Host.OPENAI));
        formats.put("azure", new OpenAiFormat(OpenAiFormat.Host.AZURE));
        formats.put("azure-legacy", new OpenAiFormat(OpenAiFormat.Host.AZURE_LEGACY));
        formats.put("anthropic", new AnthropicFormat());
        return formats;
    }

    /**
     * Begins to answer.
     *
     * @param port 0 for any that is free
     * @throws IOException when the port is taken
     */
    public void start(int port) throws IOException {
        server.start(port);
    }

    /** The same for whoever reaches the address, which has to be one of this machine's. */
    public void start(InetAddress listening, int port) throws IOException {
        server.start(listening, port);
    }

    /** {@code http://HOST:PORT}, without a slash at its end. */
    public URI url() {
        return server.url();
    }

    /** What it was asked so far. */
    public RequestLog log() {
        return server.log();
    }

    /** The settings that make the program ask it, by the name of the provider. */
    public Map<String, Map<String, String>> settings() {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        settings.put("gemini", Map.of("GEMINI_BASE_URL", url().toString(), "GEMINI_API_KEY", KEY));
        settings.put(
                "azure",
                Map.of(
                        "AZURE_OPENAI_ENDPOINT",
                        url().toString(),
                        "AZURE_OPENAI_API_KEY",
                        KEY,
                        "AZURE_OPENAI_DEPLOYMENT_NAME",
                        "tickets"));
        settings.put("anthropic", Map.of("ANTHROPIC_BASE_URL", url().toString(), "ANTHROPIC_API_KEY", KEY));
        settings.put(
                "openai",
                Map.of("OPENAI_BASE_URL", url() + "/v1", "OPENAI_API_KEY", KEY, "OPENAI_MODEL", "gpt-4.1-mini"));
        return settings;
    }

    /** The next requests meet these faults, one each and in this order; all others go well. */
    public void misbehave(LlmFault... faults) {
        Iterator<LlmFault> remaining = Arrays.asList(faults.clone()).iterator();
        server.faults(request -> {
            synchronized (remaining) {
                return remaining.hasNext() ? fault(remaining.next(), request) : null;
            }
        });
    }

    /**
     * From now on a share of all requests meets one of these faults.
     *
     * @param share from 0 to 1
     * @param seed the n-th request meets the same fate in every run with the same seed
     */
    public void misbehave(double share, long seed, List<LlmFault> faults) {
        server.faults(request -> {
            SplittableRandom random = new SplittableRandom(seed + request.number());
            return random.nextDouble() < share ? fault(faults.get(random.nextInt(faults.size())), request) : null;
        });
    }

    private @Nullable Fault fault(LlmFault fault, FakeRequest request) {
        WireFormat format = FORMATS.get(request.endpoint());
        return format == null ? null : fault.on(request, format, reply(format.question(request), request), clock);
    }

    private FakeAnswer answer(WireFormat format, FakeRequest request) {
        if (!format.shows(KEY, request)) {
            return format.error(
                    WireFormat.ErrorKind.WRONG_KEY, "The key is wrong, or not where this API looks for it.");
        }
        List<String> mistakes = format.mistakes(request);
        if (!mistakes.isEmpty()) {
            return format.error(WireFormat.ErrorKind.BAD_REQUEST, String.join("; ", mistakes));
        }
        return format.answer(reply(format.question(request), request)).after(latency);
    }

    /** From now on the answers are what this says. */
    public void follow(Script newScript) {
        script = newScript;
    }

    /** From now on the answers are what this makes of the text of the last turn and the answer that there would be. */
    public void revise(BinaryOperator<String> newRevision) {
        revision = newRevision;
    }

    private Reply reply(Question question, FakeRequest request) {
        String scripted = script.answer(question.system(), question.ticket(), question.schema());
        String text = revision.apply(question.ticket(), scripted == null ? plausible(question) : scripted);
        return new Reply(request.number(), question.model(), text, Reply.Ending.COMPLETE, usage(question, text));
    }

    private String plausible(Question question) {
        EnumDescriptions descriptions = descriptionsBySystem.computeIfAbsent(question.system(), EnumDescriptions::new);
        return new PlausibleAnswer(question, descriptions).json();
    }

    private Reply.Usage usage(Question question, String text) {
        long system = Question.tokens(question.system());
        long ticket = Question.tokens(question.ticket());
        long visible = Question.tokens(text);
        if (system < CACHED_FROM) {
            return new Reply.Usage(system + ticket, 0, 0, visible, REASONING);
        }
        return cache.add(question.model() + question.system())
                ? new Reply.Usage(ticket, 0, system, visible, REASONING)
                : new Reply.Usage(ticket, system, 0, visible, REASONING);
    }

    /** Ends all connections; answers that are delayed are not sent. */
    @Override
    public void close() {
        server.close();
    }
}
