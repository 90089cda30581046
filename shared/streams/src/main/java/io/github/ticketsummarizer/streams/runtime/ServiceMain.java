package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.sdk.Telemetry;
import java.io.PrintStream;

/** The main of every service: settings in, exit code out, and one clear message for whatever stops the start. */
public final class ServiceMain {
    private final Settings settings;
    private final PrintStream err;

    /** @param err where the message goes when the service cannot start */
    public ServiceMain(Settings settings, PrintStream err) {
        this.settings = settings;
        this.err = err;
    }

    /**
     * Runs the service until it is stopped, and sends what is left of its traces.
     *
     * @param name as in {@code service NAME}
     */
    public ExitCode run(String name, ServiceFactory factory) {
        try (Telemetry telemetry = Telemetry.start(settings, "ticket-summarizer-" + name)) {
            ServiceSettings serviceSettings = ServiceSettings.from(settings);
            KafkaSettings kafka = KafkaSettings.from(settings);
            Topics topics = new Topics(new Json(), kafka.maxRecordBytes());
            ServiceDefinition service = factory.define(settings, topics, telemetry.tracing());
            settings.requireValid();
            return new ServiceProcess(service, serviceSettings, kafka, topics, telemetry).run();
        } catch (SettingsException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        } catch (KafkaCredentialsException e) {
            err.println(e.getMessage());
            return ExitCode.CREDENTIALS;
        } catch (KafkaUnreachableException e) {
            err.println(e.getMessage());
            return ExitCode.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }
}
