package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.exporter.internal.FailedExportException.GrpcExportException;
import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import org.jspecify.annotations.Nullable;

/**
 * Why a platform did not take spans, or metrics.
 *
 * @param text for a person; never with what the platform answered, which may repeat what it was sent
 */
public record ExportFailure(Kind kind, String text) {
    private static final ExportFailure UNKNOWN = new ExportFailure(Kind.UNREACHABLE, "it could not be sent");

    /** What there is to do about it. */
    public enum Kind {
        /** Mend the credentials. */
        CREDENTIALS,
        /** Mend endpoint or protocol. */
        ADDRESS,
        /** Start it, or mend what lies between. */
        UNREACHABLE,
        /** Wait, or mend endpoint or protocol. */
        SILENT,
        /** Mend what is trusted. */
        TLS,
        /** Give it more room, or wait. */
        BUSY,
        /** Look into its log. */
        REFUSED
    }

    /**
     * Why spans did not arrive.
     *
     * @param failure as the exporter tells it
     */
    public static ExportFailure of(@Nullable Throwable failure) {
        return of(failure, "spans");
    }

    /** Why what was sent did not arrive, such as spans. */
    static ExportFailure of(@Nullable Throwable failure, String what) {
        try {
            return switch (failure) {
                case HttpExportException http
                when http.getResponse() != null -> ofStatus(http.getResponse().getStatusCode(), what);
                case GrpcExportException grpc
                when grpc.getResponse() != null ->
                    ofGrpcStatus(grpc.getResponse().getStatusCode().name(), what);
                case FailedExportException exception when exception.getCause() != null -> ofCause(exception.getCause());
                case null, default -> UNKNOWN;
            };
        } catch (LinkageError otherVersion) {
            // These classes are OpenTelemetry's own affair, and the agent brings its own version of them.
            return UNKNOWN;
        }
    }

    private static ExportFailure ofStatus(int status, String what) {
        ExportFailure failure = switch (status) {
            case 401, 403 -> new ExportFailure(Kind.CREDENTIALS, "the credentials are refused");
            case 404, 405 -> new ExportFailure(Kind.ADDRESS, "nothing takes %s at this address".formatted(what));
            case 415 -> new ExportFailure(Kind.ADDRESS, "it does not know this protocol");
            case 413 -> new ExportFailure(Kind.REFUSED, "the %s are too large for it".formatted(what));
            case 400, 422 -> new ExportFailure(Kind.REFUSED, "it refuses what was sent");
            case 429 -> new ExportFailure(Kind.BUSY, "it asks for fewer %s".formatted(what));
            case 507 -> new ExportFailure(Kind.BUSY, "its storage is full");
            default ->
                status >= 500
                        ? new ExportFailure(Kind.BUSY, "it is down or overloaded")
                        : new ExportFailure(Kind.REFUSED, "it refuses");
        };
        return failure.with("HTTP " + status);
    }

    private static ExportFailure ofGrpcStatus(String status, String what) {
        ExportFailure failure = switch (status) {
            case "UNAUTHENTICATED", "PERMISSION_DENIED" ->
                new ExportFailure(Kind.CREDENTIALS, "the credentials are refused");
            case "UNIMPLEMENTED" -> new ExportFailure(Kind.ADDRESS, "nothing takes %s at this address".formatted(what));
            case "RESOURCE_EXHAUSTED" ->
                new ExportFailure(Kind.BUSY, "the %s are too many or too large for it".formatted(what));
            case "UNAVAILABLE" -> new ExportFailure(Kind.UNREACHABLE, "nothing answers there");
            default -> new ExportFailure(Kind.REFUSED, "it refuses");
        };
        return failure.with("gRPC " + status);
    }

    private static ExportFailure ofCause(Throwable cause) {
        return cause instanceof RefusedSpansException refused ? ofRefusal(refused) : ofConnection(cause);
    }

    /**
     * What kind of failure it is that kept an answer away.
     *
     * @param cause as the client of HTTP throws it
     */
    public static ExportFailure ofConnection(Throwable cause) {
        String type = cause.getClass().getSimpleName();
        ExportFailure failure = switch (type) {
            case "ConnectException", "NoRouteToHostException", "HttpConnectTimeoutException" ->
                new ExportFailure(Kind.UNREACHABLE, "nothing answers there");
            case "UnknownHostException" -> new ExportFailure(Kind.UNREACHABLE, "its host has no address");
            case "SocketTimeoutException", "InterruptedIOException", "HttpTimeoutException" ->
                new ExportFailure(Kind.SILENT, "it did not answer in time");
            case "SSLHandshakeException", "SSLPeerUnverifiedException" ->
                new ExportFailure(Kind.TLS, "its certificate is not trusted, or it does not trust us");
            default ->
                type.startsWith("SSL")
                        ? new ExportFailure(Kind.TLS, "TLS failed")
                        : new ExportFailure(
                                Kind.ADDRESS, "it breaks the connection off, as one does that speaks another protocol");
        };
        return failure.with(type);
    }

    private static ExportFailure ofRefusal(RefusedSpansException refused) {
        return switch (refused) {
            case RefusedSpansException.Rejected rejected ->
                new ExportFailure(Kind.REFUSED, "it rejects spans (%d of them)".formatted(rejected.spans()));
            case RefusedSpansException.Page _ ->
                new ExportFailure(
                        Kind.ADDRESS, "a page for people answers there, perhaps one where somebody has to log in");
        };
    }

    private ExportFailure with(String detail) {
        return new ExportFailure(kind, "%s (%s)".formatted(text, detail));
    }
}
