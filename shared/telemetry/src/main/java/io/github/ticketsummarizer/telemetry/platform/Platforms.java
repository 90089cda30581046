package io.github.ticketsummarizer.telemetry.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where traces go, as the settings say.
 *
 * @param problems none, or why the platforms are not all that were asked for
 */
public record Platforms(List<Platform> platforms, List<SettingProblem> problems) {
    /** Names platforms, with commas between them; {@code none} for no platform. */
    public static final String SETTING = "TELEMETRY_PLATFORMS";

    /** The platforms that are known by name. */
    static final List<String> KNOWN = List.of(
            Phoenix.NAME, Langfuse.NAME, Opik.NAME, Braintrust.NAME, LangSmith.NAME, ArizeAx.NAME, Collector.NAME);

    private static final String NO_PLATFORM = "none";

    public Platforms {
        platforms = List.copyOf(platforms);
        problems = List.copyOf(problems);
    }

    /**
     * Reads {@code TELEMETRY_PLATFORMS}. Where it is not set, Phoenix and a collector are taken when their endpoint is set,
     * and Langfuse when its keys are. The others have to be named: tickets must not go to somebody's servers because a key
     * for another program lies in the environment.
     *
     * @param values of settings, by the names of environment variables
     */
    public static Platforms read(Function<String, @Nullable String> values) {
        PlatformSettings settings = new PlatformSettings(values);
        String named = settings.text(SETTING);
        List<Platform> platforms = new ArrayList<>();
        (named == null ? implied(settings) : names(named))
                .forEach(name -> read(name, settings).ifPresent(platforms::add));
        return new Platforms(platforms, settings.problems());
    }

    private static Stream<String> names(String named) {
        return Arrays.stream(named.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals(NO_PLATFORM))
                .distinct();
    }

    private static Stream<String> implied(PlatformSettings settings) {
        boolean collectorIsForTraces = !NO_PLATFORM.equals(settings.text("OTEL_TRACES_EXPORTER"));
        return Stream.of(
                        impliedBy(settings, Phoenix.NAME, Phoenix.ENDPOINT, Phoenix.OTHER_ENDPOINT),
                        impliedBy(settings, Langfuse.NAME, Langfuse.PUBLIC_KEY, Langfuse.SECRET_KEY),
                        impliedBy(settings, Collector.NAME, Collector.ENDPOINT, Collector.TRACES_ENDPOINT)
                                .filter(collector -> collectorIsForTraces))
                .flatMap(Optional::stream);
    }

    private static Optional<String> impliedBy(PlatformSettings settings, String name, String... anyOf) {
        return Arrays.stream(anyOf).anyMatch(setting -> settings.text(setting) != null)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Optional<Platform> read(String name, PlatformSettings settings) {
        return switch (name) {
            case Phoenix.NAME -> Phoenix.read(settings);
            case Langfuse.NAME -> Langfuse.read(settings);
            case Opik.NAME -> Opik.read(settings);
            case Braintrust.NAME -> Braintrust.read(settings);
            case LangSmith.NAME -> LangSmith.read(settings);
            case ArizeAx.NAME -> ArizeAx.read(settings);
            case Collector.NAME -> Collector.read(settings);
            default -> OtherPlatform.read(name, settings);
        };
    }
}
