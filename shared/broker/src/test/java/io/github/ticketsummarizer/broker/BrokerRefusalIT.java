package io.github.ticketsummarizer.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerRefusalIT {
    @TempDir
    Path folder;

    @Test
    void takenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertRefused(folder, port)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + port)
                    .hasMessageContaining("--port");
        }
        try (EmbeddedBroker broker = new EmbeddedBroker(settings(folder, 0))) {
            broker.start();
        }
    }

    @Test
    void folderOfARunningBrokerIsNamed() {
        try (EmbeddedBroker broker = new EmbeddedBroker(settings(folder, 0))) {
            broker.start();

            assertRefused(folder, 0)
                    .hasMessage(
                            "another broker is using the data folder %s: stop it, or choose another folder with --data",
                            folder);
        }
    }

    @Test
    void folderWithSomebodyElsesFilesIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertRefused(folder, 0).hasMessageContaining(folder.toString()).hasMessageContaining("--data");
        try (Stream<Path> content = Files.list(folder)) {
            assertThat(content).containsExactly(folder.resolve("thesis.txt"));
        }
    }

    @Test
    void fileInPlaceOfTheFolderIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(file, 0)
                .hasMessageContaining("cannot use the data folder " + file)
                .hasMessageContaining("--data");
    }

    @Test
    void commaInThePathIsNamed() {
        assertRefused(folder.resolve("a,b"), 0).hasMessageContaining("comma").hasMessageContaining("--data");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void folderWithAnUnreadableIdentityIsNamed() throws Exception {
        startOnce();
        Path identity = folder.resolve("meta.properties");
        Files.writeString(identity, Files.readString(identity).replace("version=1", "version=99"));

        assertCannotStart();
    }

    @Test
    void folderOfALaterVersionIsNamed() throws Exception {
        startOnce();
        Path log = folder.resolve("__cluster_metadata-0").resolve("00000000000000000000.log");
        byte[] recordOfUnknownType = {1, 120, 0};
        try (FileRecords records = FileRecords.open(log.toFile())) {
            long nextOffset = records.lastBatch().orElseThrow().nextOffset();
            int epoch = records.lastBatch().orElseThrow().partitionLeaderEpoch();
            records.append(MemoryRecords.withRecords(
                    nextOffset, Compression.NONE, epoch, new SimpleRecord(recordOfUnknownType)));
        }

        assertCannotStart();
    }

    private void assertCannotStart() {
        assertRefused(folder, 0)
                .hasMessageContaining("cannot start on the data folder " + folder)
                .hasMessageContaining("--data");
    }

    private void startOnce() {
        try (EmbeddedBroker broker = new EmbeddedBroker(settings(folder, 0))) {
            broker.start();
        }
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Path dataFolder, int port) {
        EmbeddedBroker broker = new EmbeddedBroker(settings(dataFolder, port));
        return assertThatThrownBy(broker::start).isInstanceOf(BrokerException.class);
    }

    private static BrokerSettings settings(Path dataFolder, int port) {
        return new BrokerSettings(dataFolder, port, 1024 * 1024, 2);
    }
}
