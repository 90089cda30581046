package io.github.ticketsummarizer.fakes.zendesk;

import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the addresses of further pages. */
final class Links {
    private final Function<FakeRequest, URI> host;

    /** @param host scheme, host and port of what the answer to a request links to */
    Links(Function<FakeRequest, URI> host) {
        this.host = host;
    }

    /** The request's own address with one parameter changed or added, and another taken away. */
    String with(FakeRequest request, String name, String value, String without) {
        Map<String, List<String>> query = new LinkedHashMap<>(request.query());
        query.remove(without);
        query.put(name, List.of(value));
        return query.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(one -> encoded(entry.getKey()) + "=" + encoded(one)))
                .collect(Collectors.joining("&", host.apply(request) + request.path() + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
