package io.github.ticketsummarizer.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the Dockerfile promises. That it builds, and what comes out, is a matter for an engine. */
class DockerfileTest {
    private static final String FILE = ProjectFiles.text("Dockerfile");
    private static final List<String> INSTRUCTIONS = FILE.replaceAll("\\\\\n", " ")
            .lines()
            .filter(line -> line.matches("[A-Z]+ .*"))
            .toList();
    private static final String LAST_STAGE = FILE.substring(FILE.lastIndexOf("\nFROM "));

    @Test
    void itStartsFromImagesWithAVersionAndNeedsNoOther() {
        assertThat(instructions("FROM"))
                .containsExactly("FROM maven:3.9-eclipse-temurin-25 AS build", "FROM eclipse-temurin:25-jre");
        assertThat(FILE).doesNotContainPattern(Pattern.compile("^# *syntax=", Pattern.MULTILINE));
    }

    @Test
    void nothingIsFetchedButByMaven() {
        assertThat(instructions("RUN")).noneMatch(line -> line.matches(".*\\b(apt-get|apk|curl|wget|pip)\\b.*"));
        assertThat(instructions("ADD")).isEmpty();
    }

    @Test
    void itRunsAsAUserWithoutRightsAndTheProcessGetsTheSignals() {
        assertThat(LAST_STAGE).contains("\nUSER 10001:10001\n").contains("\nENTRYPOINT [\"java\", ");
        assertThat(instructions("ENTRYPOINT")).hasSize(1);
        assertThat(LAST_STAGE.indexOf("\nUSER ")).isGreaterThan(LAST_STAGE.lastIndexOf("\nRUN "));
    }

    @Test
    void itChecksItsHealthWithWhatTheImageHas() {
        assertThat(LAST_STAGE).contains("\nHEALTHCHECK ").contains("CMD [\"bash\", ");
        assertThat(instructions("HEALTHCHECK").getFirst())
                .contains("/health/ready")
                .doesNotContain("curl", "wget");
    }

    @Test
    void labelsTellVersionAndCommit() {
        assertThat(LAST_STAGE)
                .contains(
                        "org.opencontainers.image.version=\"$VERSION\"",
                        "org.opencontainers.image.revision=\"$COMMIT\"");
    }

    @Test
    void ourOwnJarsComeLastSoThatAChangeOfTheCodeMovesNoOtherLayer() {
        assertThat(instructions("COPY").stream().filter(line -> line.contains("--from=build")))
                .last()
                .isEqualTo("COPY --from=build /own /app");
    }

    @Test
    void everyModuleThatTheImageNeedsIsSentToTheBuild() {
        List<String> sent = ProjectFiles.text(".dockerignore").lines().toList();
        List<String> modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(ProjectFiles.text("pom.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(sent)
                .contains(
                        "*",
                        "!pom.xml",
                        "!*/pom.xml",
                        "!shared/*/pom.xml",
                        "!*/src/main",
                        "!shared/*/src/main",
                        "!deployment/jvm.options",
                        "**/target");
        assertThat(modules)
                .isNotEmpty()
                .allMatch(module -> module.matches("[a-z-]+|shared/[a-z]+"), "is covered by those patterns");
    }

    private static List<String> instructions(String name) {
        return INSTRUCTIONS.stream().filter(line -> line.startsWith(name + " ")).toList();
    }
}
