package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends single requests, at most so many at once, each with a time limit. Proxies are those of the JDK's settings. */
final class RequestSender {
    /** A page of 100 comments may have 64 Ki characters each, three times over and escaped; see {@code StoredTicket}. */
    private static final long MAX_BODY_BYTES = 64L * 1024 * 1024;

    /**
     * How often the JDK's client sends a request. By itself it asks again when a connection is reset before an answer,
     * and the budget would not know of that call. It reads this once, for the whole JVM.
     */
    private static final String SENDS_MOST = "jdk.httpclient.redirects.retrylimit";

    private final HttpClient client;
    private final Semaphore connections;
    private final Duration timeout;
    private final String host;

    RequestSender(ZendeskSettings settings) {
        System.setProperty(SENDS_MOST, "1");
        this.client = HttpClient.newBuilder()
                // One request a connection: what is cut off or hangs takes no other down with it.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.requestTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.connections = new Semaphore(settings.connections(), true);
        this.timeout = settings.requestTimeout();
        this.host = settings.address().base().getHost();
    }

    /** The answer, whatever its status. */
    HttpResponse<byte[]> send(HttpRequest request) throws ZendeskException, InterruptedException {
        connections.acquire();
        try {
            return exchange(request);
        } finally {
            connections.release();
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws ZendeskException, InterruptedException {
        // The client's own timeout ends with the headers; a body that hangs would hang for ever.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(MAX_BODY_BYTES));
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw unavailable("%s did not answer within %d ms".formatted(host, timeout.toMillis()), e);
        } catch (ExecutionException e) {
            throw failure(reason(e));
        } finally {
            answer.cancel(true);
        }
    }

    /** Without what the client puts around it. */
    private static Throwable reason(Exception failure) {
        Throwable reason = failure;
        while (reason.getCause() != null
                && (reason instanceof ExecutionException || reason.getClass().equals(IOException.class))) {
            reason = reason.getCause();
        }
        return reason;
    }

    private ZendeskException failure(Throwable cause) {
        return switch (cause) {
            case BoundedBody.TooLargeException e ->
                new ZendeskException(
                        CallFailure.permanent(
                                ErrorType.ZENDESK_BAD_ANSWER,
                                "%s answered with more than %d bytes".formatted(host, MAX_BODY_BYTES)),
                        null,
                        e);
            case SSLException e ->
                unavailable(
                        "no secure connection to %s (%s); check ZENDESK_SUBDOMAIN and the proxy"
                                .formatted(host, e.getClass().getSimpleName()),
                        e);
            case ConnectException e -> unreachable(e);
            case HttpConnectTimeoutException e -> unreachable(e);
            case UnknownHostException e -> unreachable(e);
            case UnresolvedAddressException e -> unreachable(e);
            default ->
                unavailable(
                        "the connection to %s broke (%s)"
                                .formatted(host, cause.getClass().getSimpleName()),
                        cause);
        };
    }

    private ZendeskException unreachable(Throwable cause) {
        return unavailable(
                "%s cannot be reached (%s); check ZENDESK_SUBDOMAIN or ZENDESK_BASE_URL, the network and the proxy"
                        .formatted(host, cause.getClass().getSimpleName()),
                cause);
    }

    private static ZendeskException unavailable(String message, Throwable cause) {
        return new ZendeskException(CallFailure.transientFailure(ErrorType.ZENDESK_UNAVAILABLE, message), null, cause);
    }
}
