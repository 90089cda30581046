package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.telemetry.attribute.Http;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.InheritedAttributes;
import io.github.ticketsummarizer.telemetry.span.SpanError;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;

/**
 * Gives each request a span below that of the ticket it is for. Nothing is added to the request: a trace's ids do not
 * leave to Zendesk. A request that is for no ticket has no span.
 */
final class HttpSpans {
    private static final int FIRST_ERROR_STATUS = 400;

    private final Tracing tracing;
    private final AnswerReader answers;

    HttpSpans(Tracing tracing, AnswerReader answers) {
        this.tracing = tracing;
        this.answers = answers;
    }

    /** Sends a request. */
    @FunctionalInterface
    interface Exchange {
        HttpResponse<byte[]> send() throws ZendeskException, InterruptedException;
    }

    /**
     * Makes the exchange under a span.
     *
     * @param resends how often the same was sent before in this attempt
     */
    HttpResponse<byte[]> around(Endpoint endpoint, HttpRequest request, int resends, Exchange exchange)
            throws ZendeskException, InterruptedException {
        Context parent = Context.current();
        if (!tracing.isEnabled() || !Span.fromContext(parent).getSpanContext().isValid()) {
            return exchange.send();
        }
        Span span = start(parent, endpoint, request, resends);
        try {
            HttpResponse<byte[]> answer = exchange.send();
            answered(span, endpoint, answer);
            return answer;
        } catch (ZendeskException e) {
            Tracing.fail(span, SpanError.of(e.failure()));
            throw e;
        } catch (InterruptedException e) {
            Tracing.fail(span, SpanError.INTERRUPTED);
            throw e;
        } finally {
            span.end();
        }
    }

    private Span start(Context parent, Endpoint endpoint, HttpRequest request, int resends) {
        URI uri = request.uri();
        SpanBuilder span = tracing.child(
                        parent, "%s %s".formatted(request.method(), endpoint.spanPath()), SpanKind.CLIENT)
                .setAttribute(OpenInference.SPAN_KIND, OpenInference.CHAIN)
                .setAttribute(Http.REQUEST_METHOD, request.method())
                .setAttribute(Http.URL_FULL, uri.toString())
                .setAttribute(Http.URL_TEMPLATE, endpoint.path())
                .setAttribute(Http.SERVER_ADDRESS, uri.getHost());
        if (uri.getPort() > 0) {
            span.setAttribute(Http.SERVER_PORT, (long) uri.getPort());
        }
        Long attempt = InheritedAttributes.of(parent).get(Product.ATTEMPT);
        long sentBefore = resends + Objects.requireNonNullElse(attempt, 1L) - 1;
        if (sentBefore > 0) {
            span.setAttribute(Http.REQUEST_RESEND_COUNT, sentBefore);
        }
        return span.startSpan();
    }

    /** A refusal is told in our words: of the answer's text nothing gets on the span. */
    private void answered(Span span, Endpoint endpoint, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        span.setAttribute(Http.RESPONSE_STATUS_CODE, (long) status);
        span.setAttribute(Http.RESPONSE_BODY_SIZE, (long) answer.body().length);
        Duration retryAfter = answers.retryAfter(answer);
        if (retryAfter != null) {
            span.setAttribute(Http.RETRY_AFTER_SECONDS, retryAfter.toMillis() / 1_000.0);
        }
        if (status < FIRST_ERROR_STATUS) {
            span.setStatus(StatusCode.OK);
            return;
        }
        CallFailure failure = answers.failure(endpoint, status);
        Tracing.fail(span, new SpanError(Integer.toString(status), failure.message(), failure.retryable()));
    }
}
