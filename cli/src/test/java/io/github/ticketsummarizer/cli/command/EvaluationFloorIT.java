package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keeps the offline analyst from getting worse unnoticed. What it is held to was printed by the command itself:
 *
 * <pre>./ticket-summarizer evaluate --labels samples/labels.jsonl --tickets samples/tickets --split held_out \
 *   --model-provider offline --output json &gt; docs/offline-analyst.json</pre>
 */
class EvaluationFloorIT {
    private static final Path KEPT = CommandRunner.HOME.resolve("docs/offline-analyst.json");
    private static final double LEEWAY = 0.03;

    private final Json json = new Json();

    @TempDir
    Path folder;

    @Test
    void noFigureOfTheHeldOutTicketsFallsByMoreThanThreePoints() throws IOException {
        JsonNode kept = json.mapper().readTree(KEPT.toFile());

        JsonNode measured = measure();

        SoftAssertions softly = new SoftAssertions();
        for (String figure : new String[] {
            "/pod/accuracy",
            "/acceptable_pods/accuracy",
            "/pod/confident_precision",
            "/was_used/accuracy",
            "/triage/accuracy",
            "/fix/accuracy"
        }) {
            softly.assertThat(value(measured, figure))
                    .as("%s, against %s", figure, KEPT)
                    .isGreaterThanOrEqualTo(value(kept, figure) - LEEWAY);
        }
        softly.assertAll();
    }

    private JsonNode measure() throws IOException {
        CommandRunner.Result result = new CommandRunner(folder)
                .run(
                        "evaluate",
                        "--labels",
                        CommandRunner.HOME.resolve("samples/labels.jsonl").toString(),
                        "--tickets",
                        CommandRunner.HOME.resolve("samples/tickets").toString(),
                        "--split",
                        "held_out",
                        "--model-provider",
                        "offline",
                        "--output",
                        "json");
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK.code());
        return json.mapper().readTree(result.out());
    }

    private static double value(JsonNode document, String figure) {
        JsonNode value = document.at(figure + "/value");
        assertThat(value.isNumber()).as("%s is available", figure).isTrue();
        return value.doubleValue();
    }
}
