package io.github.ticketsummarizer.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.Stage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressViewTest {
    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void aLineNamesEachStageAndWhatIsWorthSaying() {
        assertThat(ProgressText.line(run(12, 20)))
                .isEqualTo("[12s] fetch 24/24"
                        + " | synthesis 20/24 (1 failed, 3 in flight, 2 waiting for the model, 4.2/s, ETA 1m05s)"
                        + " | reports 20/24 (1 failed, 2.0/s)");
    }

    @Test
    void theBlockIsInColumnsAndFitsATerminal() {
        List<String> block = ProgressText.block(run(12, 20));

        assertThat(block)
                .containsExactly(
                        "fetch                 24/24       0 failed      0 in flight",
                        "synthesis             20/24       1 failed      5 in flight  waits: the model",
                        "reports               20/24       1 failed                     2.0/s  ETA -")
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }

    @Test
    void aStageThatIsHeldBackSaysByWhom() {
        RunSnapshot run = new RunSnapshot(
                List.of(
                        new StageSnapshot(Stage.FETCH, 9999999, 350, 0, 1, 263, 5, Optional.of(Duration.ofSeconds(65))),
                        new StageSnapshot(Stage.CATEGORIZATION, 9999999, 350, 0, 1, 263, 0, Optional.empty())),
                Duration.ofSeconds(12),
                true);

        assertThat(ProgressText.block(run))
                .containsExactly(
                        "fetch           350/9999999       0 failed    264 in flight  waits: Zendesk",
                        "pod             350/9999999       0 failed    264 in flight  waits: the model")
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
        assertThat(ProgressText.line(run)).contains("263 waiting for Zendesk, 5.0/s");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT59.9S, 59s", "PT65S, 1m05s", "PT2H9M59S, 2h09m", "PT30H, 30h00m"})
    void durationsAreShort(Duration duration, String text) {
        assertThat(ProgressText.duration(duration)).isEqualTo(text);
    }

    @Test
    void plainLinesComeWhenSomethingChangedAndNotTooOften() {
        PlainProgress plain = new PlainProgress(out);
        plain.show(new RunSnapshot(run(0, 0).stages(), Duration.ZERO, false));
        plain.show(run(1, 1));
        plain.show(run(2, 2));
        plain.show(run(3, 3));
        plain.show(run(9, 3));
        plain.show(run(600, 4));
        plain.show(run(615, 5));
        plain.show(run(621, 6));
        plain.show(run(7200, 7));
        plain.show(run(7250, 8));
        plain.show(run(7261, 9));

        assertThat(written.toString().lines().map(line -> line.substring(0, line.indexOf(']') + 1)))
                .containsExactly("[1s]", "[3s]", "[10m00s]", "[10m21s]", "[2h00m]", "[2h01m]");
    }

    @Test
    void theFirstReportIsShownAtOnce() {
        PlainProgress plain = new PlainProgress(out);
        plain.show(run(100, 0));
        plain.show(run(101, 1));
        plain.show(run(102, 2));

        assertThat(written.toString().lines())
                .containsExactly(ProgressText.line(run(100, 0)), ProgressText.line(run(101, 1)));
    }

    @Test
    void thePlainEndIsShownOnce() {
        PlainProgress plain = new PlainProgress(out);
        plain.show(run(1, 0));
        plain.finish(run(2, 24));
        plain.finish(run(3, 24));

        assertThat(written.toString().lines()).hasSize(2);
    }

    @Test
    void theTerminalDrawsOverItsOwnLinesFiveTimesASecond() {
        TerminalProgress terminal = new TerminalProgress(out);
        terminal.show(run(0, 1));
        terminal.show(new RunSnapshot(run(0, 2).stages(), Duration.ofMillis(199), true));
        terminal.show(new RunSnapshot(run(0, 3).stages(), Duration.ofMillis(200), true));

        assertThat(written.toString()).isEqualTo(drawn(run(0, 1)) + "\033[3A" + drawn(run(0, 3)));
    }

    private static String drawn(RunSnapshot run) {
        StringBuilder text = new StringBuilder();
        ProgressText.block(run).forEach(line -> text.append("\r").append(line).append("\033[K\n"));
        return text.toString();
    }

    private static RunSnapshot run(long elapsedSeconds, int done) {
        return new RunSnapshot(
                List.of(
                        new StageSnapshot(Stage.FETCH, 24, 24, 0, 0, 0, 3, Optional.of(Duration.ZERO)),
                        new StageSnapshot(
                                Stage.SYNTHESIS, 24, done, 1, 3, 2, 4.21, Optional.of(Duration.ofSeconds(65))),
                        new StageSnapshot(Stage.MERGE, 24, done, 1, 0, 0, 2, Optional.empty())),
                Duration.ofSeconds(elapsedSeconds),
                true);
    }
}
