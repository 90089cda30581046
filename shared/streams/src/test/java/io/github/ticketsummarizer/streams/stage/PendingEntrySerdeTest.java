package io.github.ticketsummarizer.streams.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.ModelCall;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PendingEntrySerdeTest {
    private static final ModelCall CALL =
            new ModelCall("synthesis", "gemini", "gemini-2.5-flash", 1, "req-1", 120L, 64L, 30L, 12L, 0.001, 900);
    private static final PendingEntry ENTRY = new PendingEntry(
            2,
            1_000L,
            900L,
            "78788",
            "{\"ü\":1}".getBytes(StandardCharsets.UTF_8),
            new RecordHeaders()
                    .add("request_id", "run:78788:1".getBytes(StandardCharsets.UTF_8))
                    .add("empty", new byte[0])
                    .add("none", null),
            List.of(),
            Timeline.since(900L));

    private final PendingEntrySerde serde = new PendingEntrySerde();

    /** As each version wrote it; these never change. */
    enum Golden {
        V1(ENTRY, """
                010000000200000000000003e80000000000000384000000053738373838000000087b22c3bc223a
                317d000000030000000a726571756573745f69640000000b72756e3a37383738383a310000000565
                6d70747900000000000000046e6f6e65ffffffff"""),
        V2(ENTRY.withCalls(List.of(CALL)), """
                020000000200000000000003e80000000000000384000000053738373838000000087b22c3bc223a
                317d000000030000000a726571756573745f69640000000b72756e3a37383738383a310000000565
                6d70747900000000000000046e6f6e65ffffffff000000e55b7b227461736b223a2273796e746865
                736973222c2270726f7669646572223a2267656d696e69222c226d6f64656c223a2267656d696e69
                2d322e352d666c617368222c2270726f6d70745f76657273696f6e223a312c22726571756573745f
                6964223a227265712d31222c22696e7075745f746f6b656e73223a3132302c226361636865645f69
                6e7075745f746f6b656e73223a36342c226f75747075745f746f6b656e73223a33302c2272656173
                6f6e696e675f746f6b656e73223a31322c22636f73745f757364223a302e3030312c226475726174
                696f6e5f6d73223a3930307d5d""");

        private final byte[] bytes;
        private final PendingEntry entry;

        Golden(PendingEntry entry, String hex) {
            this.bytes = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
            this.entry = entry;
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsEverythingOfAnEntryInTheBytesOfItsVersion(Golden golden) {
        PendingEntry read = serde.deserializer().deserialize("", golden.bytes);

        assertThat(read).usingRecursiveComparison().ignoringFields("headers").isEqualTo(golden.entry);
        assertThat(read.headers()).isEqualTo(golden.entry.headers());
        assertThat(serde.serializer().serialize("", golden.entry)).isEqualTo(golden.bytes);
    }

    @Test
    void keepsWhatTheSpanWillTellAfterWhatOlderInstancesRead() {
        PendingEntry entry = ENTRY.retriedAt(
                2_000L,
                List.of(
                        new Milestone(Milestone.STARTED, 901L, 3),
                        new Milestone(Milestone.RETRY, 902L, 3, "llm_timeout", 98)));
        byte[] bytes = serde.serializer().serialize("", entry);

        PendingEntry read = serde.deserializer().deserialize("", bytes);

        assertThat(read).usingRecursiveComparison().ignoringFields("headers").isEqualTo(entry);
        assertThat(serde.deserializer()
                        .deserialize("", Arrays.copyOf(bytes, Golden.V1.bytes.length))
                        .timeline())
                .isEqualTo(Timeline.since(900L));
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        assertThatThrownBy(() -> serde.deserializer().deserialize("", new byte[] {9, 0, 0}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 9");
    }
}
