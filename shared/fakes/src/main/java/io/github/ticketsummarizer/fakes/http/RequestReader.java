package io.github.ticketsummarizer.fakes.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/** Finds a request's route and makes it one of ours. */
final class RequestReader {
    private static final Route NO_ROUTE =
            new Route(Route.UNKNOWN, "", "", request -> FakeAnswer.json(404, "{\"error\":\"no such endpoint\"}"));

    private final List<Route> routes;
    private final AtomicLong number = new AtomicLong();

    RequestReader(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    Routed read(RecordedRequest recorded) {
        String path = recorded.getUrl().encodedPath();
        for (Route route : routes) {
            Map<String, String> values = route.match(recorded.getMethod(), path);
            if (values != null) {
                return new Routed(route.handler(), request(recorded, route, path, values));
            }
        }
        return new Routed(NO_ROUTE.handler(), request(recorded, NO_ROUTE, path, Map.of()));
    }

    private FakeRequest request(RecordedRequest recorded, Route route, String path, Map<String, String> values) {
        ByteString body = recorded.getBody();
        return new FakeRequest(
                route.endpoint(),
                number.incrementAndGet(),
                recorded.getMethod(),
                path,
                values,
                query(recorded.getUrl()),
                headers(recorded),
                body == null ? ByteString.EMPTY : body);
    }

    private static Map<String, List<String>> query(HttpUrl url) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < url.querySize(); i++) {
            String value = url.queryParameterValue(i);
            query.computeIfAbsent(url.queryParameterName(i), first -> new ArrayList<>())
                    .add(value == null ? "" : value);
        }
        return query;
    }

    private static Map<String, List<String>> headers(RecordedRequest recorded) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (var header : recorded.getHeaders()) {
            headers.computeIfAbsent(HeaderNames.lowerCase(header.getFirst()), first -> new ArrayList<>())
                    .add(header.getSecond());
        }
        return headers;
    }

    /** A request and who answers it. */
    record Routed(Handler handler, FakeRequest request) {}
}
