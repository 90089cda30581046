package io.github.ticketsummarizer.telemetry.platform;

/** A platform that takes traces by the OpenTelemetry protocol (OTLP). */
public sealed interface Platform
        permits Phoenix, Langfuse, Opik, Braintrust, LangSmith, ArizeAx, Collector, OtherPlatform {
    /** Where traces gather on platforms that sort them by project, when the settings name none. */
    String DEFAULT_PROJECT = "ticket-summarizer";

    /** The name in {@code TELEMETRY_PLATFORMS}. */
    String name();

    /** Where its spans are sent. */
    OtlpTarget target();
}
