package io.github.ticketsummarizer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the launcher in a project of one source file. Its Maven makes an empty jar and counts; its Java prints the
 * arguments it was given, one a line, and writes a cache where it is asked for one. On the PATH are these tools only, so
 * that nothing installed on this machine is found there.
 */
final class LauncherFixture {
    private static final Path LAUNCHER = Path.of("..", "ticket-summarizer");
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cksum",
            "date",
            "dirname",
            "env",
            "find",
            "head",
            "ln",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sleep",
            "touch");

    private final Path root;
    private final Path home;
    private final Path bin;
    private final Path jdk;

    /** How a start ended. */
    record Result(int exitCode, String stdout, String stderr) {
        /** What Java was given. */
        List<String> arguments() {
            return stdout.lines().toList();
        }
    }

    LauncherFixture(Path folder) throws IOException {
        Path real = folder.toRealPath();
        root = Files.createDirectories(real.resolve("project with a blank"));
        home = Files.createDirectories(real.resolve("home"));
        bin = Files.createDirectories(real.resolve("bin"));
        jdk = makeJdk("jdk-25", "25.0.1");
        Files.copy(LAUNCHER, root.resolve("ticket-summarizer"));
        Files.createDirectories(source().getParent());
        Files.writeString(source(), "class Main {}");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        for (String tool : TOOLS) {
            script(bin.resolve(tool), "exec %s \"$@\"".formatted(onPath(tool)));
        }
        mavenRuns("true");
    }

    Path root() {
        return root;
    }

    Path jdk() {
        return jdk;
    }

    Path source() {
        return root.resolve("cli/src/main/java/Main.java");
    }

    /** Makes Maven do this before it makes the jar. */
    void mavenRuns(String command) throws IOException {
        script(bin.resolve("mvn"), """
                echo build >>'%1$s/builds'
                %2$s
                rm -rf '%1$s/cli/target/app'
                mkdir -p '%1$s/cli/target/app'
                : >'%1$s/cli/target/app/ticket-summarizer.jar'
                """.formatted(root, command));
    }

    void removeMaven() throws IOException {
        Files.delete(bin.resolve("mvn"));
    }

    /** How often Maven ran. */
    long builds() throws IOException {
        try (Stream<String> lines = Files.lines(root.resolve("builds"))) {
            return lines.count();
        }
    }

    /** Makes the launcher ask for this version of Java at least. */
    void requireJava(int version) throws IOException {
        Path copy = root.resolve("ticket-summarizer");
        String script = Files.readString(copy);
        String required = script.replace("LEAST_JAVA=25", "LEAST_JAVA=" + version);
        if (required.equals(script)) {
            throw new IllegalStateException("the launcher no longer says LEAST_JAVA=25");
        }
        Files.writeString(copy, required);
    }

    Path makeJdk(String name, String version) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".jdks").resolve(name));
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        script(folder.resolve("bin/javac"), "exit 1");
        script(folder.resolve("bin/java"), """
                for argument; do
                  case $argument in
                    -XX:AOTCacheOutput=*) echo cache >"${argument#*=}" ;;
                  esac
                  printf '%s\\n' "$argument"
                done
                exit "${FAKE_EXIT:-0}"
                """);
        return folder;
    }

    /** Makes Java ignore the wish for a cache. */
    void cachesCannotBeMade() throws IOException {
        script(jdk.resolve("bin/java"), "printf '%s\\n' \"$@\"");
    }

    /** The caches there are. */
    List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(".cache/ticket-summarizer"))) {
            return files.toList();
        }
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    Result run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return result(start(environment, arguments));
    }

    /** Starts it through another path to the same file. */
    Result runAt(Path launcher, String... arguments) throws IOException, InterruptedException {
        return result(start(launcher, Map.of(), arguments));
    }

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        return start(root.resolve("ticket-summarizer"), environment, arguments);
    }

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", bin.toString(), "HOME", home.toString(), "JAVA_HOME", jdk.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Result result(Process process) throws IOException, InterruptedException {
        String stdout = new String(process.getInputStream().readAllBytes());
        String stderr = new String(process.getErrorStream().readAllBytes());
        return new Result(process.waitFor(), stdout, stderr);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make %s executable".formatted(file));
        }
    }

    private static Path onPath(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no %s in /usr/bin or /bin".formatted(tool)));
    }
}
