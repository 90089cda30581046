package io.github.ticketsummarizer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.TicketFiles;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import io.github.ticketsummarizer.zendesk.TicketSource;
import io.github.ticketsummarizer.zendesk.ZendeskSourceSettings;
import io.github.ticketsummarizer.zendesk.ZendeskTicketSource;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the stand-in for Zendesk. */
class ZendeskTicketSourceContractTest extends TicketSourceContract {
    private static final int CONNECTIONS = 16;
    private static final Path SAMPLES = Path.of("../../samples/tickets");

    private final List<FakeZendesk> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(FakeZendesk::close);
    }

    @Test
    void theSamplesAreTheSameTicketsFromFilesAndFromZendesk() throws Exception {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .forEach(ids::add);
        }

        Map<String, FetchResult> fromZendesk = source(SAMPLES).fetch(ids);

        assertThat(fromZendesk)
                .containsExactlyEntriesOf(new FileTicketSource(SAMPLES, TicketMappingSettings.DEFAULT).fetch(ids));
        assertThat(fromZendesk.values()).hasOnlyElementsOfType(FetchResult.Found.class);
    }

    @Override
    protected TicketSource source(Path folder) throws IOException {
        FakeZendesk zendesk = new FakeZendesk(TicketFiles.in(folder), Limits.NONE);
        open.add(zendesk);
        zendesk.start(0);
        Settings settings = new Settings(Map.of(
                "ZENDESK_BASE_URL", zendesk.url().toString(),
                "ZENDESK_CLIENT_ID", Credentials.DEFAULT.clientId(),
                "ZENDESK_CLIENT_SECRET", Credentials.DEFAULT.clientSecret(),
                "ZENDESK_RATE_SHARE", "100",
                "ZENDESK_RATE_LIMIT", "1000000"));
        ZendeskClient client =
                new ZendeskClient(ZendeskSettings.from(settings, CONNECTIONS).orElseThrow());
        return new ZendeskTicketSource(
                client,
                TicketMappingSettings.DEFAULT,
                new ZendeskSourceSettings(CONNECTIONS, Duration.ofMinutes(1), 8 * 1024 * 1024));
    }
}
