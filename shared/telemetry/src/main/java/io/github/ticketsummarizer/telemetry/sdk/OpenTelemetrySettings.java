package io.github.ticketsummarizer.telemetry.sdk;

import io.github.ticketsummarizer.model.Settings;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * OpenTelemetry's settings, looked at before its SDK reads them: that stops at the first that is wrong, and we list them all
 * at once. What they may be: https://opentelemetry.io/docs/languages/java/configuration/.
 */
final class OpenTelemetrySettings {
    private static final String DISABLED = "OTEL_SDK_DISABLED";
    private static final String SAMPLER = "OTEL_TRACES_SAMPLER";
    private static final String NO_TRACES = "always_off";
    private static final List<String> SAMPLERS_OF_ALL_OR_NONE =
            List.of("always_on", NO_TRACES, "parentbased_always_on", "parentbased_always_off");
    private static final List<String> SAMPLERS_OF_A_SHARE = List.of("traceidratio", "parentbased_traceidratio");
    private static final String NO_EXPORTER = "none";
    private static final List<String> METRICS_EXPORTERS = List.of("otlp", "prometheus");
    private static final List<String> PROTOCOLS = List.of("grpc", "http/protobuf");

    private static final List<String> QUEUE_SIZES =
            List.of("OTEL_BSP_MAX_QUEUE_SIZE", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE");
    /** Room for each is taken at the start; 9 GB of spans with long texts. */
    private static final int MOST_IN_QUEUE = 1_000_000;

    private static final List<String> SPAN_LIMITS = List.of(
            "OTEL_ATTRIBUTE_COUNT_LIMIT",
            "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT",
            "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT",
            "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT",
            "OTEL_SPAN_EVENT_COUNT_LIMIT",
            "OTEL_SPAN_LINK_COUNT_LIMIT");
    private static final List<String> DURATIONS = List.of("OTEL_BSP_SCHEDULE_DELAY", "OTEL_METRIC_EXPORT_INTERVAL");
    private static final Pattern DURATION = Pattern.compile("\\d{1,12} *(ms|s|m|h|d)?");
    private static final Pattern PROPERTY = Pattern.compile("\\botel(\\.[a-z0-9_]+)+");

    private final Settings settings;
    private boolean isValid = true;

    OpenTelemetrySettings(Settings settings) {
        this.settings = settings;
    }

    /** Notes what is wrong; answers whether nothing is. */
    boolean check() {
        QUEUE_SIZES.forEach(name -> checkWholeNumber(name, 1, MOST_IN_QUEUE));
        SPAN_LIMITS.forEach(name -> checkWholeNumber(name, 0, Integer.MAX_VALUE));
        DURATIONS.forEach(name -> check(
                name, DURATION.asMatchPredicate(), "a number of milliseconds, or one with a unit: 500ms, 30s, 5m"));
        List<String> samplers = Stream.concat(SAMPLERS_OF_ALL_OR_NONE.stream(), SAMPLERS_OF_A_SHARE.stream())
                .toList();
        check(SAMPLER, samplers::contains, "one of " + String.join(", ", samplers));
        if (SAMPLERS_OF_A_SHARE.contains(value(SAMPLER).orElse(""))) {
            check("OTEL_TRACES_SAMPLER_ARG", OpenTelemetrySettings::isShare, "a number from 0 to 1");
        }
        check("OTEL_RESOURCE_ATTRIBUTES", OpenTelemetrySettings::arePairs, "of the form name=value,name=value");
        check("OTEL_METRICS_EXPORTER", OpenTelemetrySettings::areMetricsExporters, "otlp, prometheus or none");
        check("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", PROTOCOLS::contains, String.join(" or ", PROTOCOLS));
        return isValid;
    }

    /** Notes what the SDK found wrong, by the name of its variable where it tells one. */
    void refused(ConfigurationException refusal) {
        Throwable told = refusal;
        while (told.getCause() != null && !PROPERTY.matcher(message(told)).find()) {
            told = told.getCause();
        }
        Matcher property = PROPERTY.matcher(message(told));
        settings.problem(
                property.find() ? property.group().toUpperCase(Locale.ROOT).replace('.', '_') : "OTEL_*",
                message(told));
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    /** What keeps every trace back, as {@code NAME=value}. */
    Optional<String> silencedBy() {
        if (value(DISABLED).filter("true"::equalsIgnoreCase).isPresent()) {
            return Optional.of(DISABLED + "=true");
        }
        return value(SAMPLER).filter(NO_TRACES::equals).map(sampler -> SAMPLER + "=" + sampler);
    }

    private void checkWholeNumber(String name, int least, int most) {
        check(
                name,
                value -> {
                    try {
                        int number = Integer.parseInt(value);
                        return number >= least && number <= most;
                    } catch (NumberFormatException noNumber) {
                        return false;
                    }
                },
                "a whole number from %d to %d".formatted(least, most));
    }

    private void check(String name, Predicate<String> isRight, String expected) {
        Optional<String> wrong = value(name).filter(isRight.negate());
        if (wrong.isPresent()) {
            settings.problem(name, "'%s' is not %s".formatted(wrong.get(), expected));
            isValid = false;
        }
    }

    /** Options of the JVM win over the other sources. */
    private Optional<String> value(String name) {
        String option = System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
        return Optional.ofNullable(option == null || option.isBlank() ? settings.text(name) : option.strip());
    }

    private static boolean isShare(String value) {
        try {
            double share = Double.parseDouble(value);
            return share >= 0 && share <= 1;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static boolean arePairs(String value) {
        return listed(value).allMatch(pair -> pair.indexOf('=') > 0);
    }

    private static boolean areMetricsExporters(String value) {
        return value.equals(NO_EXPORTER) || listed(value).allMatch(METRICS_EXPORTERS::contains);
    }

    private static Stream<String> listed(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
