package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.platform.ArizeAx;
import io.github.ticketsummarizer.telemetry.platform.Braintrust;
import io.github.ticketsummarizer.telemetry.platform.Collector;
import io.github.ticketsummarizer.telemetry.platform.LangSmith;
import io.github.ticketsummarizer.telemetry.platform.Langfuse;
import io.github.ticketsummarizer.telemetry.platform.Opik;
import io.github.ticketsummarizer.telemetry.platform.OtherPlatform;
import io.github.ticketsummarizer.telemetry.platform.Phoenix;
import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project that traces belong to, where a platform reads it off the resource. */
final class ProjectResource {
    private static final AttributeKey<String> PROJECT = AttributeKey.stringKey("openinference.project.name");

    /** Keys of one platform may be options of the JVM, and are nothing for the others. */
    private static final Set<String> COMMAND = Set.of("process.command_args", "process.command_line");

    private ProjectResource() {}

    /**
     * The resource with the first project that there is, and without the command that started this process; a platform that
     * does not ask for a project keeps it as one more fact.
     */
    static Resource of(List<Platform> platforms, Resource whole) {
        Resource resource = whole.toBuilder()
                .removeIf(key -> COMMAND.contains(key.getKey()))
                .build();
        return platforms.stream()
                .flatMap(platform -> switch (platform) {
                    case Phoenix phoenix -> Stream.of(phoenix.project());
                    case ArizeAx arize -> Stream.of(arize.project());
                    case Langfuse _, Opik _, Braintrust _, LangSmith _, Collector _, OtherPlatform _ -> Stream.empty();
                })
                .findFirst()
                .map(project -> resource.merge(Resource.create(Attributes.of(PROJECT, project))))
                .orElse(resource);
    }
}
