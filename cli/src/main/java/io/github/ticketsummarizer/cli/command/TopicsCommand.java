package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The topics of a cluster. */
@Command(name = "topics", synopsisSubcommandLabel = "COMMAND", description = "Work on the topics of a cluster.")
final class TopicsCommand {
    /** Makes them. */
    @Command(
            name = "create",
            description = {
                "Make the topics, and print the names of those that were made.",
                "They are made on the Kafka of KAFKA_BOOTSTRAP_SERVERS, else localhost:9092. Topics that are there stay"
                        + " as they are."
            })
    static final class Create implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final SettingsOptions options = new SettingsOptions();

        @Option(
                names = "--partitions",
                paramLabel = "N",
                description = "Of every topic; the services need the same for all. Default: ${DEFAULT-VALUE}.")
        private int partitions = 12;

        @Option(
                names = "--replication-factor",
                paramLabel = "N",
                description = "Copies of every partition. Default: the cluster's.")
        private @Nullable Short replicationFactor;

        Create(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            if (partitions < 1) {
                throw CliException.usage("--partitions: %d is not a whole number from 1".formatted(partitions));
            }
            Settings settings = options.load(context, Map.of());
            KafkaSettings kafka = KafkaSettings.from(settings);
            settings.requireValid();
            Topics topics = new Topics(context.json(), kafka.maxRecordBytes());
            try (TopicAdmin admin = new TopicAdmin(kafka)) {
                List<String> made = admin.create(topics.all(), partitions, Optional.ofNullable(replicationFactor));
                made.stream().sorted().forEach(name -> context.print(name + System.lineSeparator()));
                int kept = topics.all().size() - made.size();
                if (kept > 0) {
                    context.say("%d topics were there already".formatted(kept));
                }
                admin.requireUsable(topics.all());
            }
            return ExitCode.OK.code();
        }
    }
}
