package io.github.ticketsummarizer.telemetry.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings of the platforms. What is wrong is noted, never with the value of one that may be a secret. */
final class PlatformSettings {
    private static final int MOST_PORT = 65_535;

    private static final String NO_ADDRESS = "is not an address such as http://localhost:6006 or https://host/path";
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Secret NONE = new Secret("");

    private final Function<String, @Nullable String> values;
    private final List<SettingProblem> problems = new ArrayList<>();

    /** @param values by the names of environment variables */
    PlatformSettings(Function<String, @Nullable String> values) {
        this.values = values;
    }

    /** The name of a setting of one platform: {@code TELEMETRY_<NAME>_<WHAT>}. */
    static String setting(String platform, String what) {
        return "TELEMETRY_%s_%s".formatted(platform.toUpperCase(Locale.ROOT).replace('-', '_'), what);
    }

    List<SettingProblem> problems() {
        return List.copyOf(problems);
    }

    void problem(String setting, String whatIsWrong) {
        problems.add(new SettingProblem(setting, whatIsWrong));
    }

    @Nullable
    String text(String setting) {
        String value = values.apply(setting);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String text(String setting, String defaultValue) {
        String value = text(setting);
        return value == null ? defaultValue : value;
    }

    /** Whether all are set; each that is not is a problem. */
    boolean requireAll(String platform, String... settings) {
        List<String> missing =
                Arrays.stream(settings).filter(setting -> text(setting) == null).toList();
        missing.forEach(setting -> problem(setting, "not set, and %s needs it".formatted(platform)));
        return missing.isEmpty();
    }

    /** A value that goes into a header. */
    String headerText(String setting, String defaultValue) {
        String value = text(setting, defaultValue);
        if (fitsHeader(value)) {
            return value;
        }
        problem(setting, "has characters that an HTTP header cannot carry");
        return defaultValue;
    }

    @Nullable
    Secret secret(String setting) {
        return text(setting) == null ? null : requiredSecret(setting);
    }

    /** A secret that {@link #requireAll} has seen. */
    Secret requiredSecret(String setting) {
        String value = headerText(setting, "");
        return value.isEmpty() ? NONE : new Secret(value);
    }

    Optional<URI> url(String setting, String defaultValue) {
        return text(setting) == null ? Optional.of(URI.create(defaultValue)) : url(setting);
    }

    /** An address without a slash at the end. It may not carry a user, a password or a query, which would be secrets. */
    Optional<URI> url(String setting) {
        Optional<URI> url = parsed(text(setting, "").replaceAll("/+$", ""));
        String wrong = url.map(PlatformSettings::whatIsWrong).orElse(NO_ADDRESS);
        if (wrong.isEmpty()) {
            return url;
        }
        problem(setting, wrong);
        return Optional.empty();
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Empty where nothing is. */
    private static String whatIsWrong(URI url) {
        String authority = url.getRawAuthority();
        if (url.getScheme() == null
                || authority == null
                || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
            return NO_ADDRESS;
        }
        if (authority.contains("@")) {
            return "may not hold a user or a password; credentials have settings of their own";
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            return "may not have anything behind a ? or #";
        }
        if (url.getHost() == null) {
            return "has no host name of letters, digits, hyphens and dots with a port of digits behind a colon";
        }
        return url.getPort() > MOST_PORT || url.getPort() == 0 ? "has no port from 1 to %d".formatted(MOST_PORT) : "";
    }

    /** What {@code TELEMETRY_<NAME>_PROTOCOL} says, else what the port is for. */
    OtlpProtocol protocol(String platform, Optional<URI> url) {
        return protocol(url, setting(platform, "PROTOCOL"));
    }

    OtlpProtocol collectorProtocol(Optional<URI> url) {
        String traces = "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL";
        return protocol(url, text(traces) == null ? "OTEL_EXPORTER_OTLP_PROTOCOL" : traces);
    }

    private OtlpProtocol protocol(Optional<URI> url, String setting) {
        String name = text(setting);
        if (name != null) {
            try {
                return OtlpProtocol.fromName(name);
            } catch (IllegalArgumentException unknown) {
                problem(setting, String.valueOf(unknown.getMessage()));
            }
        }
        return url.map(OtlpProtocol::at).orElse(OtlpProtocol.HTTP_PROTOBUF);
    }

    /** {@code name=value} pairs between commas, percent-encoded as in {@code OTEL_EXPORTER_OTLP_HEADERS}. */
    Map<String, Secret> headers(String setting) {
        Map<String, Secret> headers = new LinkedHashMap<>();
        for (String pair : text(setting, "").split(",", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip();
            String value = decoded(pair.substring(equals + 1).strip());
            if (name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") && fitsHeader(value)) {
                headers.put(name, new Secret(value));
            } else if (!pair.isBlank()) {
                problem(setting, "is not of the form name=value,name=value");
                return Map.of();
            }
        }
        return headers;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    private static boolean fitsHeader(String value) {
        return value.chars().allMatch(character -> character >= ' ' && character < 0x7f);
    }
}
