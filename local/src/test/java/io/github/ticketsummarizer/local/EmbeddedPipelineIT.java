package io.github.ticketsummarizer.local;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The services on the broker that runs in the same JVM. */
class EmbeddedPipelineIT extends PipelineContract {
    @Override
    Pipeline start(Path dataFolder, Settings settings) {
        EmbeddedPipeline pipeline = new EmbeddedPipeline(dataFolder, 0, settings);
        pipeline.start();
        return new Embedded(pipeline);
    }

    private record Embedded(EmbeddedPipeline pipeline) implements Pipeline {
        @Override
        public KafkaSettings kafkaSettings() {
            return pipeline.kafkaSettings();
        }

        @Override
        public Topics topics() {
            return pipeline.topics();
        }

        @Override
        public List<StreamsRunner> services() {
            return pipeline.services();
        }

        @Override
        public Optional<Throwable> fault() {
            return pipeline.fault();
        }

        @Override
        public void close() {
            pipeline.close();
        }
    }
}
