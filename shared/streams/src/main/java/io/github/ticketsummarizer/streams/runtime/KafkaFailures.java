package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.SettingsException;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.BadPaddingException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.jspecify.annotations.Nullable;

/** What failures of Kafka's clients mean to the person who set them up. What they say never has a secret in it. */
public final class KafkaFailures {
    private static final String RIGHTS =
            "; give that user the right, or set KAFKA_SASL_JAAS_CONFIG or KAFKA_SSL_KEYSTORE_… to those of another";

    private KafkaFailures() {}

    /**
     * Makes a client.
     *
     * @throws KafkaCredentialsException when the password of a key store is wrong
     * @throws SettingsException when no client can be made with the settings
     * @throws KafkaUnreachableException when the servers have no address
     */
    public static <T> T made(KafkaSettings kafka, Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            throw notMade(kafka, e);
        }
    }

    /** The same failure, as one that says what to do. */
    public static RuntimeException of(String bootstrapServers, Throwable failure) {
        Optional<KafkaCredentialsException> refusal = refusal(bootstrapServers, failure);
        return refusal.isPresent() ? refusal.get() : new KafkaUnreachableException(bootstrapServers, failure);
    }

    /** The refusal that a failure is or rests on; empty when it is none. */
    static Optional<KafkaCredentialsException> refusal(String bootstrapServers, Throwable failure) {
        return causes(failure)
                .flatMap(cause -> Optional.ofNullable(refused(cause)).stream())
                .findFirst()
                .map(reason ->
                        new KafkaCredentialsException("Kafka at %s %s".formatted(bootstrapServers, reason), failure));
    }

    private static @Nullable String refused(Throwable cause) {
        return switch (cause) {
            case UnsupportedSaslMechanismException e ->
                "takes no such credentials (%s); check KAFKA_SASL_MECHANISM".formatted(e.getMessage());
            case IllegalSaslStateException e ->
                "takes no credentials there (%s); check KAFKA_SECURITY_PROTOCOL".formatted(e.getMessage());
            case SaslAuthenticationException e ->
                "refused the credentials (%s); check the user and the password in KAFKA_SASL_JAAS_CONFIG"
                        .formatted(e.getMessage());
            case SslAuthenticationException e -> notTrusted(e);
            case AuthenticationException e ->
                "refused the credentials (%s); check KAFKA_SASL_… and KAFKA_SSL_…".formatted(e.getMessage());
            case AuthorizationException e -> "does not let this user do that (%s)%s".formatted(e.getMessage(), RIGHTS);
            default -> null;
        };
    }

    /** By the words of the JDK's TLS, for want of types. */
    private static String notTrusted(SslAuthenticationException failure) {
        String words = causes(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .reduce("", (all, next) -> all + next + "\n")
                .toLowerCase(Locale.ROOT);
        if (words.contains("fatal alert")) {
            return "refused our certificate; check KAFKA_SSL_KEYSTORE_LOCATION, KAFKA_SSL_KEYSTORE_TYPE and their like";
        }
        if (words.contains("subject alternative") || words.contains("no name matching")) {
            return "has a certificate for another name; check the names in KAFKA_BOOTSTRAP_SERVERS";
        }
        if (words.contains("certification path") || words.contains("certpath") || words.contains("path validation")) {
            return "has a certificate that is not trusted; check KAFKA_SSL_TRUSTSTORE_LOCATION, KAFKA_SSL_TRUSTSTORE_TYPE"
                    + " and their like";
        }
        return "makes no TLS connection with us (%s); check KAFKA_SECURITY_PROTOCOL and KAFKA_SSL_…"
                .formatted(failure.getMessage());
    }

    private static RuntimeException notMade(KafkaSettings kafka, KafkaException failure) {
        List<Throwable> causes = causes(failure).toList();
        if (causes.stream().anyMatch(KafkaFailures::isOfAPassword)) {
            return new KafkaCredentialsException(
                    "a key store does not open; check KAFKA_SSL_KEYSTORE_PASSWORD, KAFKA_SSL_TRUSTSTORE_PASSWORD and"
                            + " KAFKA_SSL_KEY_PASSWORD",
                    failure);
        }
        String root = String.valueOf(causes.getLast().getMessage());
        if (root.contains("bootstrap.servers")) {
            return new KafkaUnreachableException(kafka.bootstrapServers(), causes.getLast());
        }
        return new SettingsException(List.of(problem(causes, root)));
    }

    /** Neither names nor carries what the JDK says of credentials: it would quote a part of a misspelt password. */
    private static String problem(List<Throwable> causes, String root) {
        if (causes.stream().anyMatch(cause -> cause instanceof LoginException || isOfJaas(cause))) {
            return "KAFKA_SASL_JAAS_CONFIG: it cannot be used with this KAFKA_SASL_MECHANISM, or is not of the form: CLASS"
                    + " required username=\"…\" password=\"…\";";
        }
        if (causes.stream().anyMatch(InvalidConfigurationException.class::isInstance)) {
            return "KAFKA_SSL_…: a key or trust store cannot be read (%s)".formatted(root);
        }
        boolean isOfAValue = causes.stream().anyMatch(ConfigException.class::isInstance);
        return "KAFKA_…: %s (%s)".formatted(isOfAValue ? "a value is wrong" : "no client can be made", root);
    }

    private static boolean isOfAPassword(Throwable cause) {
        return cause instanceof UnrecoverableKeyException || cause instanceof BadPaddingException;
    }

    private static boolean isOfJaas(Throwable cause) {
        return cause instanceof IllegalArgumentException
                && String.valueOf(cause.getMessage()).contains("JAAS");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
