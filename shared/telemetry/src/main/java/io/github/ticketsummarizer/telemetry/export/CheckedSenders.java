package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * OpenTelemetry's senders, and a look at what they bring back. The exporters take each answer with the right status for a
 * success, and log the body of every other one, which may repeat what was sent: here spans that were refused in the body
 * become a failure, and of an answer the status alone goes on.
 */
final class CheckedSenders implements ComponentLoader {
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final byte[] EMPTY = {};

    private final ComponentLoader senders = ComponentLoader.forClassLoader(SpanExporter.class.getClassLoader());

    @Override
    public <T> Iterable<T> load(Class<T> type) {
        return StreamSupport.stream(senders.load(type).spliterator(), false)
                .map(component -> type.cast(checked(component)))
                .toList();
    }

    private static Object checked(Object component) {
        return switch (component) {
            case HttpSenderProvider provider -> (HttpSenderProvider) config -> new Http(provider.createSender(config));
            case GrpcSenderProvider provider -> (GrpcSenderProvider) config -> new Grpc(provider.createSender(config));
            default -> component;
        };
    }

    private static Optional<RefusedSpansException> refusal(byte[] body) {
        OtlpAnswer answer = new OtlpAnswer(body);
        if (answer.isPage()) {
            return Optional.of(new RefusedSpansException.Page());
        }
        long rejected = answer.rejectedSpans();
        return rejected > 0 ? Optional.of(new RefusedSpansException.Rejected(rejected)) : Optional.empty();
    }

    private record Http(HttpSender sender) implements HttpSender {
        @Override
        public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
            sender.send(
                    message,
                    response -> refusal(response)
                            .ifPresentOrElse(
                                    onError, () -> onResponse.accept(new HttpStatus(response.getStatusCode()))),
                    onError);
        }

        private static Optional<RefusedSpansException> refusal(HttpResponse response) {
            boolean success = response.getStatusCode() >= OK && response.getStatusCode() < MULTIPLE_CHOICES;
            return success ? CheckedSenders.refusal(response.getResponseBody()) : Optional.empty();
        }

        @Override
        public CompletableResultCode shutdown() {
            return sender.shutdown();
        }
    }

    private record HttpStatus(int code) implements HttpResponse {
        @Override
        public int getStatusCode() {
            return code;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return EMPTY;
        }
    }

    private record Grpc(GrpcSender sender) implements GrpcSender {
        @Override
        public void send(MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
            sender.send(
                    message,
                    response -> refusal(response)
                            .ifPresentOrElse(
                                    onError, () -> onResponse.accept(new GrpcStatus(response.getStatusCode()))),
                    onError);
        }

        private static Optional<RefusedSpansException> refusal(GrpcResponse response) {
            return response.getStatusCode() == GrpcStatusCode.OK
                    ? CheckedSenders.refusal(response.getResponseMessage())
                    : Optional.empty();
        }

        @Override
        public CompletableResultCode shutdown() {
            return sender.shutdown();
        }
    }

    private record GrpcStatus(GrpcStatusCode code) implements GrpcResponse {
        @Override
        public GrpcStatusCode getStatusCode() {
            return code;
        }

        @Override
        public String getStatusDescription() {
            return "";
        }

        @Override
        public byte[] getResponseMessage() {
            return EMPTY;
        }
    }
}
