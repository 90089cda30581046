package io.github.ticketsummarizer.aggregator;

import static io.github.ticketsummarizer.aggregator.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenEntryTest {
    private static final String GOLDEN = "/golden/v1/open-entry.json";

    private final ObjectMapper mapper = new Json().mapper();

    /** A store's changelog outlives the version that wrote it, so this file never changes. */
    @Test
    void entryOfVersionOneIsReadAndWrittenAsItWas() throws IOException {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        List<Part> parts = Stream.of(
                        Parts.of(Samples.accepted(request)),
                        Parts.of(Samples.synthesized(request)),
                        Parts.of(Samples.podResult(request)),
                        Parts.of(Samples.diagnosticsResult(request)),
                        Parts.of(Samples.failure(request, Stage.MERGE, ErrorType.INTERNAL)))
                .flatMap(List::stream)
                .toList();
        OpenEntry entry = new OpenEntry(
                request.requestId(),
                parts,
                NOW,
                NOW.plusSeconds(4),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                null);

        try (InputStream read = getClass().getResourceAsStream(GOLDEN);
                InputStream compared = getClass().getResourceAsStream(GOLDEN)) {
            assertThat(mapper.readValue(read, OpenEntry.class)).isEqualTo(entry);
            assertThat(mapper.readTree(mapper.writeValueAsBytes(entry))).isEqualTo(mapper.readTree(compared));
        }
    }

    @Test
    void timesOfAFailureAreKept() throws IOException {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        Part failed = Parts.of(Samples.failure(request, Stage.SYNTHESIS, ErrorType.LLM_TIMEOUT)
                        .withTimings(List.of(Samples.timing(Stage.FETCH), Samples.timing(Stage.SYNTHESIS))))
                .getFirst();
        OpenEntry entry = OpenEntry.opened(request.requestId(), NOW).with(failed, null, null, NOW);

        assertThat(mapper.readValue(mapper.writeValueAsBytes(entry), OpenEntry.class))
                .isEqualTo(entry);
    }
}
