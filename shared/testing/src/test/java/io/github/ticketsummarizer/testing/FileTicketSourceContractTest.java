package io.github.ticketsummarizer.testing;

import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.nio.file.Path;

class FileTicketSourceContractTest extends TicketSourceContract {
    @Override
    protected TicketSource source(Path folder) {
        return new FileTicketSource(folder, TicketMappingSettings.DEFAULT);
    }
}
