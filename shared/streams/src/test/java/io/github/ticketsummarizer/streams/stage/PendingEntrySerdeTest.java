package io.github.ticketsummarizer.streams.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class PendingEntrySerdeTest {
    private final PendingEntrySerde serde = new PendingEntrySerde();

    @Test
    void keepsEverythingOfAnEntry() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("request_id", "run:78788:1".getBytes(StandardCharsets.UTF_8));
        headers.add("empty", new byte[0]);
        headers.add("none", null);
        PendingEntry entry =
                new PendingEntry(2, 1_000L, 900L, "78788", "{\"ü\":1}".getBytes(StandardCharsets.UTF_8), headers);

        PendingEntry read =
                serde.deserializer().deserialize("", serde.serializer().serialize("", entry));

        assertThat(read).usingRecursiveComparison().ignoringFields("headers").isEqualTo(entry);
        assertThat(read.headers()).isEqualTo(headers);
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        assertThatThrownBy(() -> serde.deserializer().deserialize("", new byte[] {9, 0, 0}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 9");
    }
}
