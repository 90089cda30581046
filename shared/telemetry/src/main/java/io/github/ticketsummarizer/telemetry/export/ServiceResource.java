package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.BuildVersion;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which process of a service it is, and of which version (https://opentelemetry.io/docs/specs/semconv/resource/service/).
 * Without the first, the metrics of several instances overwrite each other. What {@code OTEL_RESOURCE_ATTRIBUTES} says wins.
 */
public final class ServiceResource {
    private static final String INSTANCE_SETTING = "INSTANCE_ID";
    private static final AttributeKey<String> INSTANCE = AttributeKey.stringKey("service.instance.id");
    private static final AttributeKey<String> VERSION = AttributeKey.stringKey("service.version");

    private ServiceResource() {}

    /**
     * The resource with both.
     *
     * @param config of the SDK
     * @param settings finds settings by the names of environment variables
     */
    public static Resource of(Resource resource, ConfigProperties config, Function<String, @Nullable String> settings) {
        AttributesBuilder own = Attributes.builder();
        if (resource.getAttribute(VERSION) == null) {
            own.put(VERSION, BuildVersion.text());
        }
        String instance = settings.apply(INSTANCE_SETTING);
        if (instance != null && !config.getMap("otel.resource.attributes").containsKey(INSTANCE.getKey())) {
            own.put(INSTANCE, instance);
        } else if (resource.getAttribute(INSTANCE) == null) {
            own.put(INSTANCE, UUID.randomUUID().toString());
        }
        return resource.merge(Resource.create(own.build()));
    }
}
