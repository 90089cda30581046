package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.exporter.internal.FailedExportException.GrpcExportException;
import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a platform did not take spans, for a person: never with what it answered, which may repeat what it was sent. */
public final class ExportFailure {
    private ExportFailure() {}

    /** @param failure as the exporter tells it */
    public static String reason(@Nullable Throwable failure) {
        try {
            return switch (failure) {
                case HttpExportException http
                when http.getResponse() != null -> ofStatus(http.getResponse().getStatusCode());
                case GrpcExportException grpc
                when grpc.getResponse() != null ->
                    ofGrpcStatus(grpc.getResponse().getStatusCode().name());
                case FailedExportException exception when exception.getCause() != null -> ofCause(exception.getCause());
                case null, default -> "it could not be sent";
            };
        } catch (LinkageError otherVersion) {
            // These classes are OpenTelemetry's own affair, and the agent brings its own version of them.
            return "it could not be sent";
        }
    }

    /** What an HTTP status means for somebody who sends traces. */
    public static String ofStatus(int status) {
        String meaning = switch (status) {
            case 401, 403 -> "the credentials are refused";
            case 404, 405 -> "nothing takes traces at this address";
            case 413 -> "the spans are too large for it";
            case 415 -> "it does not know this protocol";
            case 400, 422 -> "it refuses what was sent";
            case 429 -> "it asks for fewer spans";
            case 507 -> "its storage is full";
            default -> status >= 500 ? "it is down or overloaded" : "it refuses";
        };
        return "%s (HTTP %d)".formatted(meaning, status);
    }

    private static String ofGrpcStatus(String status) {
        String meaning = switch (status) {
            case "UNAUTHENTICATED", "PERMISSION_DENIED" -> "the credentials are refused";
            case "UNIMPLEMENTED" -> "nothing takes traces at this address";
            case "RESOURCE_EXHAUSTED" -> "the spans are too many or too large for it";
            case "UNAVAILABLE" -> "nothing answers there";
            default -> "it refuses";
        };
        return "%s (gRPC %s)".formatted(meaning, status);
    }

    private static String ofCause(Throwable cause) {
        String type = cause.getClass().getSimpleName();
        String meaning = switch (type) {
            case "ConnectException" -> "nothing answers there";
            case "UnknownHostException" -> "its host has no address";
            case "SocketTimeoutException", "InterruptedIOException" -> "it did not answer in time";
            default -> type.toLowerCase(Locale.ROOT).contains("ssl") ? "TLS failed" : "the connection failed";
        };
        return "%s (%s)".formatted(meaning, type);
    }
}
