package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.llm.LlmProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    Path folder;

    private final FakeLlm fake = new FakeLlm(Duration.ZERO);

    @BeforeEach
    void start() throws IOException {
        fake.start(0);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void withoutSettingsItSaysWhatEachProviderNeeds() {
        CommandRunner.Result result = new CommandRunner(folder).run("doctor");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .hasSize(4 + LlmProvider.withModels().size())
                .contains("ok      proxy      none")
                .contains("note    traces     go nowhere; set PHOENIX_OTLP_ENDPOINT, or see docs/observability.md for"
                        + " other platforms")
                .contains("ok      kafka      KAFKA_BOOTSTRAP_SERVERS is not set: run brings its own")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("note    tickets    Zendesk is not set up: ")
                        .contains("ZENDESK_SUBDOMAIN"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("note    gemini     ").contains("set GEMINI_API_KEY"));
    }

    @Test
    void aProviderThatIsNamedMustBeSetUp() {
        CommandRunner.Result result = new CommandRunner(folder).run("doctor", "--model-provider", "anthropic");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).contains("failed  anthropic  ").contains("set ANTHROPIC_API_KEY");
    }

    @Test
    void aProxyThatTheJvmDoesNotSeeIsTold() {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("HTTPS_PROXY", "http://proxy:3128")
                .run("doctor");

        assertThat(result.out())
                .contains("note    proxy      HTTPS_PROXY is set, but")
                .contains("-Dhttps.proxyHost=HOST");
    }

    @Test
    void aLiveCallShowsThatTheModelKeepsToTheSchema() {
        CommandRunner.Result result = gemini().run("doctor", "--live", "--model-provider", "gemini");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("ok      clock      127.0.0.1 answers, and does not say what time it is")
                .contains("ok      gemini     set: gemini gemini-2.5-flash at " + fake.url())
                .containsPattern(
                        "ok {6}gemini {5}gemini-2.5-flash answered the schema after \\d+ ms, \\d+ tokens read and"
                                + " \\d+ written");
        assertThat(result.out()).doesNotContain(FakeLlm.KEY);
        assertThat(fake.log().count("gemini")).isEqualTo(1);
    }

    @Test
    void zendeskIsAskedForOneTicket() throws IOException {
        try (FakeZendesk zendesk = new FakeZendesk(MadeUpTickets.of(1, 1), Limits.DEFAULT)) {
            zendesk.start(0);
            String url = zendesk.url().toString();

            CommandRunner.Result right = zendesk(url, Credentials.DEFAULT.bearerToken());
            CommandRunner.Result wrong = zendesk(url, "mistyped");

            assertThat(right.exitCode()).as(right.out()).isZero();
            assertThat(right.out())
                    .contains("ok      tickets    set: Zendesk at %s with ZENDESK_OAUTH_TOKEN".formatted(url))
                    .contains("ok      tickets    Zendesk answers and takes the credentials");
            assertThat(wrong.exitCode()).isEqualTo(3);
            assertThat(wrong.out()).contains("failed  tickets    ").doesNotContain("mistyped");
        }
    }

    @Test
    void filesOfTicketsMustBeThere() {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("TICKET_SOURCE", "file")
                .with("TICKET_PATH", folder.resolve("gone").toString())
                .run("doctor");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).contains("failed  tickets    TICKET_PATH: ").contains("does not exist");
    }

    @Test
    void theLimitsAreThoseOfAllProcessesTogether() {
        CommandRunner.Result result = gemini().with("GEMINI_REQUESTS_PER_MINUTE", "1000")
                .with("GEMINI_RATE_SHARE", "60")
                .with("GEMINI_INSTANCES", "3")
                .run("doctor", "--model-provider", "gemini");

        assertThat(result.out())
                .contains("gemini     600 requests and any number of tokens a minute by 3 processes together");
    }

    @Test
    void whatFailsGivesTheExitCode() {
        fake.misbehave(1, 1, List.of(LlmFault.WRONG_KEY));
        assertThat(gemini().run("doctor", "--live", "--model-provider", "gemini")
                        .exitCode())
                .isEqualTo(3);

        fake.misbehave(1, 1, List.of(LlmFault.HTML));
        assertThat(gemini().run("doctor", "--live", "--model-provider", "gemini")
                        .exitCode())
                .isEqualTo(4);

        fake.close();
        CommandRunner.Result gone = gemini().run("doctor", "--live", "--model-provider", "gemini");
        assertThat(gone.exitCode()).isEqualTo(4);
        assertThat(gone.out()).contains("failed  network    127.0.0.1 cannot be reached (ConnectException)");
    }

    private CommandRunner.Result zendesk(String url, String token) {
        return new CommandRunner(folder)
                .with("ZENDESK_BASE_URL", url)
                .with("ZENDESK_OAUTH_TOKEN", token)
                .run("doctor", "--live", "--model-provider", "offline");
    }

    private CommandRunner gemini() {
        CommandRunner runner = new CommandRunner(folder);
        fake.settings().get("gemini").forEach(runner::with);
        return runner;
    }
}
