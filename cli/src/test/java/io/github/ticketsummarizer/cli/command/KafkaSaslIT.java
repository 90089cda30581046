package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.local.ServiceName;
import io.github.ticketsummarizer.testing.LogCapture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka that asks for a user and a password over TLS, and says what each user may do. */
class KafkaSaslIT {
    private static final String SECRET = "hunter2";
    private static final List<String> TOPICS = List.of(
            "dead-letters",
            "diag-results",
            "merged",
            "pod-results",
            "raw-tickets",
            "run-summaries",
            "runs",
            "stage-events",
            "synthesized",
            "ticket-failures",
            "ticket-ids");

    @TempDir
    static Path folder;

    private static TestCertificates certificates;
    private static SecuredKafka kafka;
    private static LogCapture log;

    @BeforeAll
    static void startBroker() throws Exception {
        log = new LogCapture();
        certificates = new TestCertificates(folder);
        kafka = new SecuredKafka(
                folder,
                certificates,
                "SASL_SSL",
                Map.of(
                        "sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512",
                        "sasl.mechanism.inter.broker.protocol", "PLAIN",
                        "listener.name.clients.plain.sasl.jaas.config", plainUsers(),
                        "listener.name.clients.scram-sha-512.sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users", "User:admin;User:ANONYMOUS"));
        assertThat(command(plain("admin")).run("topics", "create", "--partitions", "1"))
                .extracting(CommandRunner.Result::exitCode)
                .isEqualTo(0);
        addUsersAndRights();
    }

    @AfterAll
    static void stopBrokerAndLookForSecrets() {
        kafka.close();
        log.close();
        assertThat(log.lines()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aTicketGoesThroughWithPlainAndScramAndTheRightsThatTheDocumentsName() throws Exception {
        for (ServiceName service : ServiceName.values()) {
            boolean isEven = service.ordinal() % 2 == 0;
            Map<String, String> environment = new HashMap<>(isEven ? scram("summarizer") : plain("summarizer"));
            environment.put("TICKET_SOURCE", "file");
            environment.put(
                    "TICKET_PATH", CommandRunner.HOME.resolve("samples/tickets").toString());
            kafka.start(service, environment);
        }

        CommandRunner.Result submitted = command(scram("submitter"))
                .run("submit", "--model-provider", "offline", "--analysis-type", "both", anyTicket());
        CommandRunner.Result watched =
                command(plain("submitter")).run("watch", submitted.out().strip());

        assertThat(watched.exitCode()).as(watched.err()).isZero();
        assertThat(watched.out()).contains("  success             1");
    }

    @Test
    void aWrongPasswordIsToldWithTheSettingThatHoldsIt() {
        for (Map<String, String> environment : List.of(
                with(plain("summarizer"), jaas("plain.Plain", "summarizer", SECRET + "-wrong")),
                with(scram("summarizer"), jaas("scram.Scram", "summarizer", SECRET + "-wrong")))) {
            for (String[] command : commands()) {
                refused(environment, command, "refused the credentials", "KAFKA_SASL_JAAS_CONFIG");
            }
        }
    }

    @Test
    void aMechanismThatTheBrokerDoesNotOfferIsToldWithItsSetting() {
        refused(
                with(scram("summarizer"), "KAFKA_SASL_MECHANISM", "SCRAM-SHA-256"),
                new String[] {"topics", "create"},
                "takes no such credentials (Client SASL mechanism 'SCRAM-SHA-256' not enabled",
                "KAFKA_SASL_MECHANISM");
    }

    @Test
    void aServerThatIsNotTrustedIsToldWithTheTrustStore() {
        Map<String, String> environment = with(
                plain("summarizer"),
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                certificates.strangersAuthorityPem().toString());
        for (String[] command : commands()) {
            refused(environment, command, "has a certificate that is not trusted", "KAFKA_SSL_TRUSTSTORE_LOCATION");
        }
    }

    @Test
    void aServerWithAnotherNameIsToldWithTheAddress() {
        String otherName = kafka.address().replace("127.0.0.1", "localhost");
        CommandRunner.Result result = command(with(plain("summarizer"), "KAFKA_BOOTSTRAP_SERVERS", otherName))
                .run("topics", "create");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        assertThat(result.err())
                .contains("Kafka at %s has a certificate for another name".formatted(otherName))
                .contains("KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void whoDoesNotAskForTlsGetsNoAnswer() {
        Map<String, String> environment = with(plain("summarizer"), "KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
        CommandRunner.Result result = command(environment).run("topics", "create");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
        assertThat(result.err()).contains("cannot reach Kafka at " + kafka.address(), "KAFKA_SECURITY_PROTOCOL");
    }

    @Test
    void whoMayDoNothingIsToldTheTopics() {
        for (String[] command : commands()) {
            refused(
                    plain("nobody"),
                    command,
                    "does not let this user do that (Not authorized to access topics: [",
                    "KAFKA_SASL_JAAS_CONFIG");
        }
    }

    @Test
    void aServiceWithoutTheRightToItsGroupStopsAndNamesIt() {
        refused(
                plain("outsider"),
                new String[] {"service", "aggregator"},
                "does not let this user do that (Not authorized to access group: ticket-summarizer-aggregator)",
                "KAFKA_SASL_JAAS_CONFIG");
    }

    @Test
    void aJaasConfigurationThatCannotBeReadIsAWrongSettingAndIsNotQuoted() {
        Map<String, String> environment = with(
                plain("summarizer"),
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=me password=%s two;"
                        .formatted(SECRET));
        for (String[] command : commands()) {
            CommandRunner.Result result = command(environment).run(command);

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err())
                    .contains("KAFKA_SASL_JAAS_CONFIG: it cannot be used")
                    .doesNotContain(SECRET, "two");
        }
    }

    private static void refused(Map<String, String> environment, String[] command, String reason, String setting) {
        CommandRunner.Result result = command(environment).run(command);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        assertThat(result.err())
                .contains("Kafka at %s %s".formatted(kafka.address(), reason), setting)
                .doesNotContain(SECRET);
    }

    private static List<String[]> commands() {
        return List.of(
                new String[] {"topics", "create"},
                new String[] {"submit", "--model-provider", "offline", "78788"},
                new String[] {"service", "aggregator"});
    }

    /** Shows the stack traces as well, so that no secret hides in them. */
    private static CommandRunner command(Map<String, String> environment) {
        CommandRunner runner = new CommandRunner(folder)
                .with("TICKET_SUMMARIZER_DEBUG", "true")
                .with("HTTP_PORT", "0");
        environment.forEach(runner::with);
        return runner;
    }

    private static String anyTicket() throws Exception {
        try (var files = Files.list(CommandRunner.HOME.resolve("samples/tickets"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, String> plain(String user) {
        return client("PLAIN", jaas("plain.Plain", user, password(user)));
    }

    private static Map<String, String> scram(String user) {
        return client("SCRAM-SHA-512", jaas("scram.Scram", user, password(user)));
    }

    private static Map<String, String> client(String mechanism, String jaas) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.address(),
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "KAFKA_SASL_MECHANISM",
                mechanism,
                "KAFKA_SASL_JAAS_CONFIG",
                jaas,
                "KAFKA_SSL_TRUSTSTORE_TYPE",
                "PEM",
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                certificates.authorityPem().toString());
    }

    private static Map<String, String> with(Map<String, String> environment, String jaas) {
        return with(environment, "KAFKA_SASL_JAAS_CONFIG", jaas);
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }

    private static String jaas(String module, String user, String password) {
        return "org.apache.kafka.common.security.%sLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(module, user, password);
    }

    private static String password(String user) {
        return "%s-of-%s".formatted(SECRET, user);
    }

    private static String plainUsers() {
        StringBuilder users = new StringBuilder();
        for (String user : List.of("admin", "summarizer", "submitter", "outsider", "nobody")) {
            users.append(" user_%s=\"%s\"".formatted(user, password(user)));
        }
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\"%s\"%s;"
                .formatted(password("admin"), users);
    }

    private static void addUsersAndRights() throws Exception {
        Map<String, Object> admin = new HashMap<>();
        plain("admin")
                .forEach((name, value) -> admin.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value));
        try (Admin client = Admin.create(admin)) {
            client.alterUserScramCredentials(List.of(scramUser("summarizer"), scramUser("submitter")))
                    .all()
                    .get();
            List<AclBinding> rights = new ArrayList<>();
            rights.addAll(ofAService("summarizer"));
            rights.addAll(ofPrefix("summarizer", ResourceType.GROUP, AclOperation.READ));
            rights.addAll(ofPrefix("summarizer", ResourceType.TRANSACTIONAL_ID, AclOperation.WRITE));
            rights.addAll(ofAService("outsider"));
            rights.addAll(onTopics("submitter", List.of("ticket-ids", "runs"), AclOperation.WRITE));
            rights.addAll(onTopics("submitter", List.of("merged", "runs", "stage-events"), AclOperation.READ));
            client.createAcls(rights).all().get();
        }
    }

    private static UserScramCredentialUpsertion scramUser(String user) {
        return new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password(user));
    }

    private static List<AclBinding> ofAService(String user) {
        List<AclBinding> rights = new ArrayList<>(onTopics(user, TOPICS, AclOperation.READ, AclOperation.WRITE));
        rights.addAll(ofPrefix(
                user,
                ResourceType.TOPIC,
                AclOperation.CREATE,
                AclOperation.READ,
                AclOperation.WRITE,
                AclOperation.DELETE));
        return rights;
    }

    private static List<AclBinding> onTopics(String user, List<String> topics, AclOperation... operations) {
        return topics.stream()
                .flatMap(topic -> allow(user, ResourceType.TOPIC, topic, PatternType.LITERAL, operations).stream())
                .toList();
    }

    private static List<AclBinding> ofPrefix(String user, ResourceType type, AclOperation... operations) {
        return allow(user, type, "ticket-summarizer-", PatternType.PREFIXED, operations);
    }

    private static List<AclBinding> allow(
            String user, ResourceType type, String name, PatternType pattern, AclOperation... operations) {
        return List.of(operations).stream()
                .map(operation -> new AclBinding(
                        new ResourcePattern(type, name, pattern),
                        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))
                .toList();
    }
}
