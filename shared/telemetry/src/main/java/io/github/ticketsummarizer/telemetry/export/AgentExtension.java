package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What OpenTelemetry's Java agent finds in this jar when {@code OTEL_JAVAAGENT_EXTENSIONS} names it. The agent's SDK then
 * sends as ours would. Of the agent's own instrumentation all is off: its spans of Kafka would take our records' headers
 * over, and those of HTTP and of models would double ours. Of the resource as much is there as without the agent.
 */
public final class AgentExtension implements AutoConfigurationCustomizerProvider {
    /** For whoever has not set them. The agent's own default for the protocol would hide what an address's port is for. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.exporter.otlp.protocol", "",
            "otel.instrumentation.common.default-enabled", "false",
            "otel.instrumentation.opentelemetry-api.enabled", "true",
            "otel.javaagent.add-thread-details", "false",
            "otel.java.enabled.resource.providers",
                    String.join(
                            ",",
                            "io.opentelemetry.sdk.autoconfigure.EnvironmentResourceProvider",
                            "io.opentelemetry.sdk.autoconfigure.ServiceInstanceIdResourceProvider",
                            "io.opentelemetry.javaagent.tooling.resources.DistroResourceProvider"));

    /** In the agent's own log. A platform that does not take spans is told by us, once and without a stack trace. */
    private static final String EXPORTERS_LOG_LEVEL =
            "io.opentelemetry.javaagent.slf4j.simpleLogger.log.io.opentelemetry.exporter";

    @Override
    public void customize(AutoConfigurationCustomizer sdk) {
        if (System.getProperty(EXPORTERS_LOG_LEVEL) == null) {
            System.setProperty(EXPORTERS_LOG_LEVEL, "off");
        }
        sdk.addPropertiesSupplier(() -> DEFAULTS);
        new TraceExport(AgentExtension::settings, GlobalOpenTelemetry::getMeterProvider).customize(sdk);
    }

    /** The agent knows variables of the environment by the names of its properties. */
    private static Function<String, @Nullable String> settings(ConfigProperties config) {
        return name -> config.getString(name.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
}
