package io.github.ticketsummarizer.telemetry.metric;

import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What Prometheus scrapes, in its text format (https://prometheus.io/docs/instrumenting/exposition_formats/). Our own HTTP
 * server serves it beside the health of the services; the exporter's would need a port of its own.
 */
public final class PrometheusPage {
    /** The media type of {@link #text}. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusMetricReader reader =
            PrometheusMetricReader.builder().setOtelScopeLabelsEnabled(false).build();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();

    /** To be registered with the meter provider whose metrics the page is to show. */
    public MetricReader reader() {
        return reader;
    }

    /** All metrics as they are now. */
    public String text() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            writer.write(page, reader.collect());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written to", impossible);
        }
        return page.toString(StandardCharsets.UTF_8);
    }
}
