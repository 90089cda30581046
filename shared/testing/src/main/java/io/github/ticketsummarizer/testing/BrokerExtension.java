package io.github.ticketsummarizer.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One broker for all test classes of a JVM, started by the first that asks for it:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final BrokerExtension BROKER = new BrokerExtension();
 * }</pre>
 *
 * Topics and groups of earlier classes are still there. A class that needs the topics for itself gives them names of
 * its own, or starts an {@code EmbeddedBroker} of its own: once one has run in the JVM, that takes half a second.
 */
public final class BrokerExtension implements BeforeAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(BrokerExtension.class);

    private @Nullable SharedBroker shared;

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(SharedBroker.class, key -> SharedBroker.start(), SharedBroker.class);
    }

    /** Host and port; from {@code @BeforeAll} on. */
    public String bootstrapServers() {
        SharedBroker broker = shared;
        if (broker == null) {
            throw new IllegalStateException("register the extension in a static field with @RegisterExtension");
        }
        return broker.broker().bootstrapServers();
    }
}
