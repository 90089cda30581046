package io.github.ticketsummarizer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokerExtensionIT {
    @RegisterExtension
    static final BrokerExtension ONE = new BrokerExtension();

    @RegisterExtension
    static final BrokerExtension OTHER = new BrokerExtension();

    @Test
    void allClassesShareOneBroker() {
        assertThat(OTHER.bootstrapServers()).isEqualTo(ONE.bootstrapServers());
    }

    @Test
    void extensionThatIsNotRegisteredSaysSo() {
        BrokerExtension loose = new BrokerExtension();

        assertThatThrownBy(loose::bootstrapServers)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@RegisterExtension");
    }

    @Test
    void folderGoesWithTheBroker() throws Exception {
        SharedBroker broker = SharedBroker.start();
        assertThat(broker.folder()).isNotEmptyDirectory();

        broker.close();

        assertThat(broker.folder()).doesNotExist();
    }
}
