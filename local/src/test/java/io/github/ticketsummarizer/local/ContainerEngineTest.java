package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ContainerEngineTest {
    @Test
    void withoutDockerTestsAreSkipped() {
        assertThatThrownBy(() -> new ContainerEngine(false, false).require())
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("DID NOT RUN");
    }

    @Test
    void aSkipIsAFailureWhereThereHasToBeADocker() {
        assertThatThrownBy(() -> new ContainerEngine(false, true).require())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("DID NOT RUN");
    }

    @Test
    void withDockerTestsRun() {
        assertThatCode(() -> new ContainerEngine(true, true).require()).doesNotThrowAnyException();
    }
}
