package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.model.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZendeskCheckTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeInput() throws Exception {
        Files.writeString(folder.resolve("tickets.csv"), "Zendesk Tickets ID\n500001\n");
    }

    @Test
    void missingCredentialsEndARunBeforeItStarts() {
        CommandRunner.Result result = run(new CommandRunner(folder).with("ZENDESK_SUBDOMAIN", "acme"));

        assertThat(result.exitCode()).isEqualTo(ExitCode.CREDENTIALS.code());
        assertThat(result.err()).contains("ZENDESK_CLIENT_ID: there are no credentials for Zendesk");
        assertNothingIsKept();
    }

    @Test
    void nothingSetTellsAllThatIsNeededAndTheOtherWay() {
        CommandRunner.Result result = run(new CommandRunner(folder));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(result.err())
                .contains("ZENDESK_SUBDOMAIN: is not set", "ZENDESK_CLIENT_ID: there are no credentials", "--tickets");
    }

    @Test
    void refusedCredentialsEndARunBeforeItStarts() throws Exception {
        try (FakeZendesk zendesk = new FakeZendesk(MadeUpTickets.of(1, 1), Limits.DEFAULT)) {
            zendesk.start(0);

            CommandRunner.Result result = run(new CommandRunner(folder)
                    .with("ZENDESK_BASE_URL", zendesk.url().toString())
                    .with("ZENDESK_OAUTH_TOKEN", "wrong"));

            assertThat(result.exitCode()).isEqualTo(ExitCode.CREDENTIALS.code());
            assertThat(result.err()).contains("Zendesk refused the credentials (401); check ZENDESK_OAUTH_TOKEN");
            assertThat(zendesk.log().count()).isEqualTo(1);
        }
        assertNothingIsKept();
    }

    @Test
    void anAccountThatCannotBeReachedEndsARunBeforeItStarts() throws Exception {
        String url;
        try (FakeZendesk zendesk = new FakeZendesk(MadeUpTickets.of(1, 1), Limits.DEFAULT)) {
            zendesk.start(0);
            url = zendesk.url().toString();
        }

        CommandRunner.Result result =
                run(new CommandRunner(folder).with("ZENDESK_BASE_URL", url).with("ZENDESK_OAUTH_TOKEN", "any"));

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(result.err()).contains("127.0.0.1 cannot be reached");
        assertNothingIsKept();
    }

    private CommandRunner.Result run(CommandRunner runner) {
        String input = folder.resolve("tickets.csv").toString();
        return runner.run("run", "--input", input, "--analysis-type", "pod", "--model-provider", "offline");
    }

    private void assertNothingIsKept() {
        assertThat(folder.resolve("state/ticket-summarizer/runs"))
                .satisfiesAnyOf(
                        runs -> assertThat(runs).doesNotExist(),
                        runs -> assertThat(runs).isEmptyDirectory());
    }
}
