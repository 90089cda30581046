package io.github.ticketsummarizer.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Whether tests may start containers.
 *
 * @param isThere whether a Docker is named by {@code DOCKER_HOST} or listens where it usually does
 * @param isRequired whether a build says that it has one: {@code CONTAINER_TESTS_REQUIRED=true}
 */
record ContainerEngine(boolean isThere, boolean isRequired) {
    private static final String MISSING =
            "CONTAINER TESTS DID NOT RUN: no Docker is here (DOCKER_HOST, /var/run/docker.sock)";

    static ContainerEngine fromEnvironment() {
        boolean isThere = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return new ContainerEngine(isThere, Boolean.parseBoolean(System.getenv("CONTAINER_TESTS_REQUIRED")));
    }

    /** Skips the test where there is no Docker, and fails it where there has to be one. */
    void require() {
        if (isThere) {
            return;
        }
        System.err.println(MISSING);
        if (isRequired) {
            Assertions.fail(MISSING);
        }
        Assumptions.abort(MISSING);
    }
}
