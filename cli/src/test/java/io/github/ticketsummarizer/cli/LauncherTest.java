package io.github.ticketsummarizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ticket-summarizer} itself, in a folder of its own with a JDK and a Maven that only say what they were asked. */
class LauncherTest {
    private static final String JAR = "cli/target/app/ticket-summarizer.jar";

    @TempDir
    private Path folder;

    private LauncherFixture launcher;

    @BeforeEach
    void layOutProject() throws IOException {
        launcher = new LauncherFixture(folder);
    }

    @Test
    void firstUseBuildsAndThenRuns() throws Exception {
        LauncherFixture.Result result = launcher.run("submit", "78788", "two words");

        assertThat(result.exitCode()).isZero();
        assertThat(result.stderr()).startsWith("ticket-summarizer: building… first use takes about a minute");
        assertThat(result.arguments())
                .containsSubsequence(
                        "-Dticket-summarizer.home=" + launcher.root(),
                        "-cp",
                        launcher.root().resolve(JAR).toString(),
                        "io.github.ticketsummarizer.cli.Main",
                        "submit",
                        "78788",
                        "two words");
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @Test
    void unchangedSourcesAreNotBuiltAgain() throws Exception {
        launcher.run("--help");

        LauncherFixture.Result second = launcher.run("--help");

        assertThat(second.stderr()).isEmpty();
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @Test
    void aNewerSourceIsBuilt() throws Exception {
        launcher.run("--help");
        Files.setLastModifiedTime(launcher.source(), FileTime.from(Instant.now().plusSeconds(2)));

        LauncherFixture.Result second = launcher.run("--help");

        assertThat(second.stderr())
                .isEqualToIgnoringNewLines("ticket-summarizer: building, since sources have changed…");
        assertThat(launcher.builds()).isEqualTo(2);
    }

    @Test
    void aSourceEditedDuringTheBuildIsBuiltNextTime() throws Exception {
        launcher.mavenRuns("sleep 0.1; touch '%s'; sleep 0.1".formatted(launcher.source()));
        launcher.run("--help");
        launcher.mavenRuns("true");

        launcher.run("--help");

        assertThat(launcher.builds()).isEqualTo(2);
    }

    @Test
    void startsAtTheSameTimeBuildOnce() throws Exception {
        launcher.mavenRuns("sleep 1");
        Process first = launcher.start(Map.of(), "--help");
        Process second = launcher.start(Map.of(), "--help");

        assertThat(List.of(first.waitFor(), second.waitFor())).containsExactly(0, 0);
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @Test
    void theLockOfABuilderThatWasKilledIsTaken() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path lock = Files.createDirectories(launcher.root().resolve("target/launcher"))
                .resolve("lock");
        Files.createSymbolicLink(lock, Path.of(Long.toString(gone.pid())));

        assertThat(launcher.run("--help").exitCode()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void aFailedBuildShowsWhatMavenSaidAndTheNextStartTriesAgain() throws Exception {
        launcher.mavenRuns("echo 'cannot find symbol'; exit 1");

        LauncherFixture.Result failed = launcher.run("--help");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.stdout()).isEmpty();
        assertThat(failed.stderr())
                .contains("cannot find symbol\n")
                .endsWith("ticket-summarizer: the build failed; what Maven said stands above.\n");
        launcher.mavenRuns("true");
        assertThat(launcher.run("--help").exitCode()).isZero();
    }

    @Test
    void withoutMavenTheMessageSaysHowToGetIt() throws Exception {
        launcher.removeMaven();

        LauncherFixture.Result result = launcher.run("--help");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).contains("found no mvn on the PATH", "apt install maven");
    }

    @Test
    void withoutAJdkTheMessageSaysWhatWasSeenAndHowToGetOne() throws Exception {
        launcher.requireJava(999);

        LauncherFixture.Result result = launcher.run("--help");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr())
                .startsWith("ticket-summarizer: needs JDK 999 or newer, and found none.\n")
                .contains("Saw: %s (JAVA_HOME): Java 25\n".formatted(launcher.jdk()), "Install: apt install openjdk-");
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        Path old = launcher.makeJdk("jdk-17", "17.0.15");

        LauncherFixture.Result result = launcher.run(Map.of("JAVA_HOME", old.toString()), "--java-home");

        assertThat(result.exitCode()).isZero();
        assertThat(Path.of(result.stdout().strip())).isNotEqualTo(old).exists();
    }

    @Test
    void aLinkToTheLauncherFindsItsProject() throws Exception {
        Path link =
                Files.createSymbolicLink(folder.resolve("ts"), launcher.root().resolve("ticket-summarizer"));

        assertThat(launcher.runAt(link, "--help").arguments()).contains("-Dticket-summarizer.home=" + launcher.root());
    }

    @Test
    void demoMakesTheStartUpCacheOnceAndUsesIt() throws Exception {
        LauncherFixture.Result first = launcher.run("demo");
        LauncherFixture.Result second = launcher.run("demo");

        assertThat(first.stderr()).contains("ticket-summarizer: preparing a start-up cache");
        assertThat(second.stderr()).isEmpty();
        assertThat(launcher.caches()).hasSize(1);
        assertThat(second.arguments())
                .contains("-XX:AOTCache=" + launcher.caches().getFirst());
    }

    @Test
    void runHasACacheOfItsOwnThatOtherCommandsUse() throws Exception {
        launcher.run("demo");
        Path ofDemo = launcher.caches().getFirst();

        String told = launcher.run("run").stderr();
        LauncherFixture.Result doctor = launcher.run("doctor");

        assertThat(told).contains("preparing a start-up cache for run");
        assertThat(launcher.caches()).hasSize(2).contains(ofDemo);
        assertThat(doctor.stderr()).isEmpty();
        assertThat(doctor.arguments())
                .anyMatch(argument -> argument.startsWith("-XX:AOTCache=") && !argument.endsWith(ofDemo.toString()));
        assertThat(launcher.run("demo").arguments()).contains("-XX:AOTCache=" + ofDemo);
    }

    @Test
    void aNewBuildReplacesTheStartUpCache() throws Exception {
        launcher.run("demo");
        Path stale = launcher.caches().getFirst();
        Files.setLastModifiedTime(launcher.source(), FileTime.from(Instant.now().plusSeconds(2)));

        launcher.run("demo");

        assertThat(launcher.caches()).hasSize(1).doesNotContain(stale);
    }

    @Test
    void aCacheThatCannotBeMadeStopsNothingAndIsNotTriedAgain() throws Exception {
        launcher.cachesCannotBeMade();

        assertThat(launcher.run("demo").exitCode()).isZero();
        LauncherFixture.Result second = launcher.run("demo");

        assertThat(second.stderr()).isEmpty();
        assertThat(second.arguments()).noneMatch(argument -> argument.startsWith("-XX:AOTCache"));
    }

    @Test
    void optionsForTheJvmAreAppendedAndMayChooseTheCollector() throws Exception {
        LauncherFixture.Result result =
                launcher.run(Map.of("TICKET_SUMMARIZER_JAVA_OPTS", "-Xmx1g -XX:+UseG1GC"), "--help");

        assertThat(result.arguments())
                .containsSubsequence("-Xmx400m", "-Xmx1g", "-XX:+UseG1GC", "--help")
                .doesNotContain("-XX:+UseParallelGC", "-XX:+UseSerialGC");
    }

    @Test
    void onlyServicesCollectWithOneThread() throws Exception {
        assertThat(launcher.run("run").arguments())
                .contains("-XX:+UseParallelGC")
                .doesNotContain("-XX:+UseSerialGC");
        assertThat(launcher.run("service", "pod").arguments())
                .contains("-XX:+UseSerialGC")
                .doesNotContain("-XX:+UseParallelGC");
    }

    @Test
    void theExitCodeIsTheOneOfTheCommand() throws Exception {
        launcher.run("--help");

        assertThat(launcher.run(Map.of("FAKE_EXIT", "5"), "run").exitCode()).isEqualTo(5);
    }
}
