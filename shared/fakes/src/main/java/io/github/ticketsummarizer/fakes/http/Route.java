package io.github.ticketsummarizer.fakes.http;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An endpoint: the requests of one method whose path fits a template, and what answers them. */
public final class Route {
    /** The endpoint of requests that fit no route. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern PART = Pattern.compile("\\{(?<name>\\w+)}|[^{]+");

    private final String endpoint;
    private final String method;
    private final Handler handler;
    private final Set<String> names = new LinkedHashSet<>();
    private final Pattern path;

    /**
     * Names an endpoint.
     *
     * @param endpoint its name in the log and in plans of faults
     * @param template a path such as {@code /api/v2/tickets/{id}} or {@code /v1/models/{model}:generate}; a name stands
     *     for any characters but {@code /}
     */
    public Route(String endpoint, String method, String template, Handler handler) {
        this.endpoint = endpoint;
        this.method = method;
        this.handler = handler;
        StringBuilder expression = new StringBuilder();
        PART.matcher(template).results().forEach(part -> expression.append(expression(part)));
        this.path = Pattern.compile(expression.toString());
    }

    String endpoint() {
        return endpoint;
    }

    Handler handler() {
        return handler;
    }

    /** What stands in place of the template's names; null where the request does not fit. */
    @Nullable
    Map<String, String> match(String requestMethod, String requestPath) {
        Matcher matcher = path.matcher(requestPath);
        if (!method.equals(requestMethod) || !matcher.matches()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, matcher.group(name)));
        return values;
    }

    private String expression(MatchResult part) {
        String name = part.group("name");
        if (name == null) {
            return Pattern.quote(part.group());
        }
        names.add(name);
        return "(?<%s>[^/]+)".formatted(name);
    }
}
