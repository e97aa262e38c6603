package org.snapshothub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program, run as people run it: {@code jobs/hub} in a process of its own, measured from outside. */
final class HubProcess {

    /** The last line of the shell's {@code times}: user and system time of its children. */
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*\\z");

    private final Path home;
    private final Map<String, String> environment;

    HubProcess(Path home) {
        this(home, Map.of());
    }

    private HubProcess(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** Set up for large inputs whatever their size, so that N and 2N differ in size alone. */
    HubProcess large() {
        return with("HUB_SIZE", "large");
    }

    /** The same program on a machine that shows it only so many cores. */
    HubProcess onCores(int cores) {
        return with("HUB_JAVA_OPTS", "-XX:ActiveProcessorCount=" + cores);
    }

    /** Its Spark writes down what it does, in {@code events}; a second of CPU more. */
    HubProcess noting(Path events) {
        return with(
                "HUB_JAVA_OPTS",
                "-Dspark.eventLog.enabled=true -Dspark.eventLog.compress=false -Dspark.eventLog.rolling.enabled=false"
                        + " -Dspark.eventLog.dir=" + events.toUri());
    }

    private HubProcess with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new HubProcess(home, more);
    }

    /**
     * A run that ended well.
     *
     * @param cost of the whole process
     * @param seconds wall seconds of each job
     * @param pages pages taken
     */
    record Ran(Cost cost, Map<String, Double> seconds, long pages) {}

    /** Runs {@code run} over an input; stops the benchmark when it fails. */
    Ran run(Path lake, Path input) throws IOException, InterruptedException {
        Path said = Files.createTempFile("bench", ".json");
        Path errors = Files.createTempFile("bench", ".err");
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "out=$1; err=$2; shift 2; \"$@\" >\"$out\" 2>\"$err\"; code=$?; times; exit $code",
                "bench",
                said.toString(),
                errors.toString(),
                home.resolve("jobs/hub").toString()));
        command.addAll(List.of("run", "--json", "--lake", lake.toString(), "--input", input.toString()));
        command.addAll(List.of(
                "--site", lake.resolveSibling(lake.getFileName() + "-site").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = builder.start();
        String times = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        int code = process.waitFor();
        double wall = (System.nanoTime() - begun) / 1e9;
        if (code != 0 && code != 3) {
            throw new IOException("hub run ended with " + code + ": " + Files.readString(errors));
        }
        Matcher m = TIMES.matcher(times);
        if (!m.find()) {
            throw new IOException("the shell's times could not be read: " + times);
        }
        double cpu = 60 * Double.parseDouble(m.group(1))
                + Double.parseDouble(m.group(2))
                + 60 * Double.parseDouble(m.group(3))
                + Double.parseDouble(m.group(4));
        Map<String, Double> seconds = new TreeMap<>();
        long pages = 0;
        for (JsonNode job : new ObjectMapper().readTree(said.toFile()).path("jobs")) {
            seconds.put(job.path("job").asText(), job.path("seconds").asDouble());
            if (job.path("job").asText().equals("pull-pages")) {
                pages = job.path("rows_written").asLong();
            }
        }
        Files.delete(said);
        Files.delete(errors);
        return new Ran(new Cost(cpu, wall), seconds, pages);
    }
}
