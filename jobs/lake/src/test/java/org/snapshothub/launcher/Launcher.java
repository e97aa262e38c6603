package org.snapshothub.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snapshothub.Repository;
import org.snapshothub.Subprocess;

/**
 * A {@code jobs/hub}, started as people start it.
 *
 * @param script the launcher, or a link to it
 * @param folder where it is started from
 * @param environment what is set for it; nothing of ours that would change its way reaches it
 */
public record Launcher(Path script, Path folder, Map<String, String> environment) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** The launcher of this checkout, embedded. */
    public static Launcher from(Path folder) {
        return new Launcher(Repository.path("jobs/hub"), folder, Map.of());
    }

    public Launcher with(Map<String, String> other) {
        return new Launcher(script, folder, other);
    }

    public Launcher calledAs(Path link) {
        return new Launcher(link, folder, environment);
    }

    public Subprocess.Ended run(String... arguments) throws IOException, InterruptedException {
        return Subprocess.run(process(arguments), LIMIT);
    }

    public Subprocess start(String... arguments) throws IOException {
        return Subprocess.start(process(arguments));
    }

    private ProcessBuilder process(String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("SPARK_") || name.startsWith("HUB_") || name.equals("JAVA_TOOL_OPTIONS"));
        process.environment().putAll(environment);
        return process;
    }
}
