package io.github.ticketsummarizer.cli.settings;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from, the first that has a name wins: flags, the environment, {@code .env} in the working folder,
 * a file named by {@code --config}. A name that is there but empty wins as well, and stands for the default.
 */
public final class SettingsSources {
    private final Map<String, String> environment;
    private final Path workingFolder;

    /** @param workingFolder where {@code .env} may lie */
    public SettingsSources(Map<String, String> environment, Path workingFolder) {
        this.environment = environment;
        this.workingFolder = workingFolder;
    }

    /**
     * Brings them together. A name that is not known is a problem of the settings, told with those of the values: in the
     * file any such name, elsewhere one that begins as ours do, since the environment and {@code .env} serve others too.
     *
     * @param file null when none is named
     * @param flags by the names of the settings they stand for
     * @throws SettingsException when a file is named that cannot be read
     */
    public Settings load(@Nullable Path file, Map<String, String> flags) {
        List<String> problems = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        Map<String, String> unknown = new TreeMap<>();
        if (file != null) {
            Map<String, String> inFile = read(file, problems);
            values.putAll(inFile);
            noteUnknown(inFile, "", unknown);
        }
        Map<String, String> dotEnv = dotEnv(problems);
        values.putAll(dotEnv);
        noteUnknown(dotEnv, SettingNames.PREFIX, unknown);
        values.putAll(environment);
        noteUnknown(environment, SettingNames.PREFIX, unknown);
        values.putAll(flags);
        Settings settings = new Settings(values);
        problems.forEach(problem -> settings.problems(new SettingsException(List.of(problem))));
        unknown.forEach(settings::problem);
        return settings;
    }

    private static void noteUnknown(Map<String, String> values, String prefix, Map<String, String> unknown) {
        values.keySet().stream()
                .filter(name -> name.startsWith(prefix) && !SettingNames.isKnown(name))
                .forEach(name -> unknown.put(name, SettingNames.unknown(name)));
    }

    private Map<String, String> dotEnv(List<String> problems) {
        Path file = workingFolder.resolve(".env");
        return Files.isRegularFile(file) ? read(file, problems) : Map.of();
    }

    private static Map<String, String> read(Path file, List<String> problems) {
        try {
            return EnvFile.parse(file.toString(), Files.readAllLines(file), problems::add);
        } catch (IOException e) {
            throw new SettingsException(List.of("%s: cannot be read: %s".formatted(file, e)));
        }
    }
}
