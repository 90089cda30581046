package io.github.ticketsummarizer.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.cli.output.SampleReports;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.TicketReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportSpoolTest {
    private final SampleReports samples = new SampleReports(AnalysisType.BOTH);
    private final TicketReport first = samples.escalated("1", "78788").report();
    private final TicketReport second = samples.notFound("2", "78912").report();
    private final Json json = new Json();

    @TempDir
    Path folder;

    @Test
    void reportsAreFoundByTheirRequestAndKeptOnce() throws IOException {
        try (ReportSpool spool = open(new ArrayList<>())) {
            assertThat(spool.add(first)).isTrue();
            assertThat(spool.add(second)).isTrue();
            assertThat(spool.add(first)).isFalse();

            assertThat(spool.size()).isEqualTo(2);
            assertThat(spool.contains(first.request().requestId())).isTrue();
            assertThat(spool.read(first.request().requestId())).isEqualTo(first);
            assertThat(spool.read(second.request().requestId())).isEqualTo(second);
            assertThat(spool.read("another")).isNull();
        }
    }

    @Test
    void aSpoolGoesOnWhereItEnded() throws IOException {
        try (ReportSpool spool = open(new ArrayList<>())) {
            spool.add(first);
        }
        List<TicketReport> seen = new ArrayList<>();
        try (ReportSpool spool = open(seen)) {
            assertThat(seen).containsExactly(first);
            assertThat(spool.add(first)).isFalse();
            spool.add(second);
            assertThat(spool.read(first.request().requestId())).isEqualTo(first);
            assertThat(spool.read(second.request().requestId())).isEqualTo(second);
        }
    }

    @Test
    void aLineThatAKillCutShortIsWrittenAnew() throws IOException {
        try (ReportSpool spool = open(new ArrayList<>())) {
            spool.add(first);
        }
        Files.writeString(file(), "{\"schema_version\":1,\"requ", StandardOpenOption.APPEND);
        List<TicketReport> seen = new ArrayList<>();
        try (ReportSpool spool = open(seen)) {
            assertThat(spool.add(second)).isTrue();
            assertThat(spool.read(second.request().requestId())).isEqualTo(second);
        }
        assertThat(seen).containsExactly(first);
        assertThat(Files.readAllLines(file())).hasSize(2).allMatch(line -> line.endsWith("}"));
    }

    @Test
    void whatLiesBehindADamagedLineIsDropped() throws IOException {
        try (ReportSpool spool = open(new ArrayList<>())) {
            spool.add(first);
        }
        Files.writeString(
                file(), "damaged\n" + json.mapper().writeValueAsString(second) + "\n", StandardOpenOption.APPEND);
        List<TicketReport> seen = new ArrayList<>();
        try (ReportSpool spool = open(seen)) {
            assertThat(spool.size()).isEqualTo(1);
        }
        assertThat(seen).containsExactly(first);
    }

    private ReportSpool open(List<TicketReport> seen) throws IOException {
        return ReportSpool.open(file(), json, seen::add);
    }

    private Path file() {
        return folder.resolve("reports.jsonl");
    }
}
