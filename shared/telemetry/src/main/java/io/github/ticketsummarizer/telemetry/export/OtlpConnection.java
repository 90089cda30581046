package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What OpenTelemetry's variables say of every connection that takes traces, whichever platform is at its end.
 *
 * @param timeout of an export with all its attempts; null for the exporters' own
 * @param compression {@code gzip} or {@code none}; null for what suits the address
 * @param certificates that are trusted in place of Java's, in PEM
 * @param clientKey what a platform knows us by, in PEM; null together with {@code clientCertificate}
 */
public record OtlpConnection(
        @Nullable Duration timeout,
        @Nullable String compression,
        byte @Nullable [] certificates,
        byte @Nullable [] clientKey,
        byte @Nullable [] clientCertificate) {
    private static final String PREFIX = "OTEL_EXPORTER_OTLP_";
    private static final String TRACES_PREFIX = "OTEL_EXPORTER_OTLP_TRACES_";
    private static final Set<String> COMPRESSIONS = Set.of("gzip", "none");
    private static final Pattern MILLISECONDS = Pattern.compile("(\\d{1,9})(?:ms)?");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})s");

    /**
     * Reads {@code OTEL_EXPORTER_OTLP_TIMEOUT}, {@code …_COMPRESSION}, {@code …_CERTIFICATE}, {@code …_CLIENT_KEY} and {@code
     * …_CLIENT_CERTIFICATE}; the same with {@code OTLP_TRACES} comes first. A wrong value counts as absent.
     *
     * @param setting finds a value by the name of its environment variable
     * @param problem is told the names of settings with wrong values, and what is wrong with them
     */
    public static OtlpConnection from(Function<String, @Nullable String> setting, BiConsumer<String, String> problem) {
        return new Reader(setting, problem).read();
    }

    /** Sets what is set, on a builder of either protocol. */
    void apply(
            Consumer<Duration> setTimeout,
            Consumer<byte[]> setTrustedCertificates,
            BiConsumer<byte[], byte[]> setClientTls) {
        if (timeout != null) {
            setTimeout.accept(timeout);
        }
        if (certificates != null) {
            setTrustedCertificates.accept(certificates);
        }
        if (clientKey != null && clientCertificate != null) {
            setClientTls.accept(clientKey, clientCertificate);
        }
    }

    private record Reader(Function<String, @Nullable String> setting, BiConsumer<String, String> problem) {
        OtlpConnection read() {
            byte[] certificates = certificates();
            byte[] key = file("CLIENT_KEY");
            byte[] certificate = file("CLIENT_CERTIFICATE");
            boolean usable = isPair(key, certificate);
            return new OtlpConnection(
                    timeout(), compression(), certificates, usable ? key : null, usable ? certificate : null);
        }

        private @Nullable Duration timeout() {
            String value = text("TIMEOUT");
            if (value == null) {
                return null;
            }
            Matcher milliseconds = MILLISECONDS.matcher(value);
            Matcher seconds = SECONDS.matcher(value);
            if (milliseconds.matches()) {
                return Duration.ofMillis(Long.parseLong(milliseconds.group(1)));
            }
            if (seconds.matches()) {
                return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
            }
            problem.accept(name("TIMEOUT"), "'%s' is not a number of milliseconds".formatted(value));
            return null;
        }

        private @Nullable String compression() {
            String value = text("COMPRESSION");
            if (value == null || COMPRESSIONS.contains(value)) {
                return value;
            }
            problem.accept(name("COMPRESSION"), "'%s' is not one of gzip, none".formatted(value));
            return null;
        }

        private byte @Nullable [] certificates() {
            byte[] certificates = file("CERTIFICATE");
            if (certificates == null || isTaken(exporter -> exporter.setTrustedCertificates(certificates))) {
                return certificates;
            }
            problem.accept(name("CERTIFICATE"), "the file has no certificate in PEM");
            return null;
        }

        /** Whether both are there and the exporters can use them; where only one is, or they cannot, that is a problem. */
        private boolean isPair(byte @Nullable [] key, byte @Nullable [] certificate) {
            if (text("CLIENT_KEY") == null && text("CLIENT_CERTIFICATE") == null) {
                return false;
            }
            if (text("CLIENT_KEY") == null || text("CLIENT_CERTIFICATE") == null) {
                String missing = text("CLIENT_KEY") == null ? "CLIENT_KEY" : "CLIENT_CERTIFICATE";
                problem.accept(name(missing), "not set, and a client's key and certificate need each other");
                return false;
            }
            if (key == null || certificate == null) {
                return false;
            }
            boolean usable = isTaken(exporter -> exporter.setClientTls(key, certificate));
            if (!usable) {
                problem.accept(name("CLIENT_KEY"), "is not, with its certificate, a key of PKCS #8 in PEM");
            }
            return usable;
        }

        private byte @Nullable [] file(String what) {
            String path = text(what);
            if (path == null) {
                return null;
            }
            try {
                return Files.readAllBytes(Path.of(path));
            } catch (IOException | InvalidPathException unreadable) {
                problem.accept(name(what), "the file '%s' cannot be read".formatted(path));
                return null;
            }
        }

        private static boolean isTaken(Consumer<OtlpHttpSpanExporterBuilder> setting) {
            try {
                setting.accept(OtlpHttpSpanExporter.builder());
                return true;
            } catch (RuntimeException refused) {
                return false;
            }
        }

        /** The name that is set, and the general one where neither is. */
        private String name(String what) {
            String traces = TRACES_PREFIX + what;
            return valueOf(traces) == null ? PREFIX + what : traces;
        }

        private @Nullable String text(String what) {
            return valueOf(name(what));
        }

        private @Nullable String valueOf(String name) {
            String value = setting.apply(name);
            return value == null || value.isBlank() ? null : value.strip();
        }
    }
}
