package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.local.ServiceName;
import io.github.ticketsummarizer.testing.LogCapture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka that asks for a certificate. */
class KafkaMutualTlsIT {
    private static final String SECRET = "hunter2";

    @TempDir
    static Path folder;

    private static TestCertificates certificates;
    private static SecuredKafka kafka;
    private static LogCapture log;

    @BeforeAll
    static void startBroker() throws Exception {
        log = new LogCapture();
        certificates = new TestCertificates(folder);
        kafka = new SecuredKafka(folder, certificates, "SSL", Map.of("ssl.client.auth", "required"));
        assertThat(command(behindPassword(SECRET)).run("topics", "create", "--partitions", "1"))
                .extracting(CommandRunner.Result::exitCode)
                .isEqualTo(0);
    }

    @AfterAll
    static void stopBrokerAndLookForSecrets() {
        kafka.close();
        log.close();
        assertThat(log.lines()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aTicketGoesThrough() {
        Map<String, String> environment = new HashMap<>(of(certificates.clientPem()));
        environment.put("TICKET_SOURCE", "file");
        environment.put(
                "TICKET_PATH", CommandRunner.HOME.resolve("samples/tickets").toString());
        for (ServiceName service : ServiceName.values()) {
            kafka.start(service, environment);
        }

        CommandRunner.Result submitted =
                command(environment).run("submit", "--model-provider", "offline", "--analysis-type", "pod", "404404");
        CommandRunner.Result watched =
                command(environment).run("watch", submitted.out().strip());

        assertThat(watched.exitCode()).as(watched.err()).isEqualTo(5);
        assertThat(watched.out()).contains("  failed              1");
    }

    @Test
    void aCertificateThatTheBrokerDoesNotKnowIsToldWithTheKeyStore() {
        for (String[] command : commands()) {
            refused(of(certificates.strangerPem()), command, "refused our certificate", "KAFKA_SSL_KEYSTORE_LOCATION");
        }
    }

    @Test
    void aPasswordWhereNoneIsAskedForIsToldWithTheProtocol() {
        Map<String, String> environment = new HashMap<>(of(certificates.clientPem()));
        environment.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        environment.put("KAFKA_SASL_MECHANISM", "PLAIN");
        environment.put(
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"me\" password=\"%s\";"
                        .formatted(SECRET));

        refused(
                environment,
                new String[] {"topics", "create"},
                "takes no credentials there",
                "KAFKA_SECURITY_PROTOCOL");
    }

    @Test
    void aKeyStoreWithAnotherPasswordIsToldWithItsSettings() throws Exception {
        Map<String, String> environment = new HashMap<>(behindPassword(SECRET));
        environment.put("KAFKA_SSL_KEYSTORE_PASSWORD", SECRET + "-wrong");
        for (String[] command : commands()) {
            refused(environment, command, "a key store does not open", "KAFKA_SSL_KEYSTORE_PASSWORD");
        }
    }

    @Test
    void aKeyStoreThatIsNotThereIsAWrongSetting() {
        for (String[] command : commands()) {
            CommandRunner.Result result =
                    command(of(folder.resolve("missing.pem"))).run(command);

            assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
            assertThat(result.err()).contains("KAFKA_SSL_…", "missing.pem");
        }
    }

    private static void refused(Map<String, String> environment, String[] command, String reason, String setting) {
        CommandRunner.Result result = command(environment).run(command);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        assertThat(result.err()).contains(reason, setting).doesNotContain(SECRET);
    }

    private static List<String[]> commands() {
        return List.of(
                new String[] {"topics", "create"},
                new String[] {"submit", "--model-provider", "offline", "78788"},
                new String[] {"service", "aggregator"});
    }

    private static CommandRunner command(Map<String, String> environment) {
        CommandRunner runner = new CommandRunner(folder)
                .with("TICKET_SUMMARIZER_DEBUG", "true")
                .with("HTTP_PORT", "0");
        environment.forEach(runner::with);
        return runner;
    }

    private static Map<String, String> of(Path keyAndCertificate) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.address(),
                "KAFKA_SECURITY_PROTOCOL",
                "SSL",
                "KAFKA_SSL_KEYSTORE_TYPE",
                "PEM",
                "KAFKA_SSL_KEYSTORE_LOCATION",
                keyAndCertificate.toString(),
                "KAFKA_SSL_TRUSTSTORE_TYPE",
                "PEM",
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                certificates.authorityPem().toString());
    }

    private static Map<String, String> behindPassword(String password) throws Exception {
        Map<String, String> environment = new HashMap<>(of(certificates.clientPkcs12(password)));
        environment.put("KAFKA_SSL_KEYSTORE_TYPE", "PKCS12");
        environment.put("KAFKA_SSL_KEYSTORE_PASSWORD", password);
        environment.put("KAFKA_SSL_KEY_PASSWORD", password);
        return environment;
    }
}
