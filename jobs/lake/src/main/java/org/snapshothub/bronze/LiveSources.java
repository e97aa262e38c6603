package org.snapshothub.bronze;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.snapshothub.bronze.live.FetchFault;
import org.snapshothub.bronze.live.WebAddress;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.LiveSource;
import org.snapshothub.lake.Outcome;
import org.snapshothub.lake.Run;

/** The live sources of a run: those of the configuration, or the addresses given by {@code --input}. */
final class LiveSources {

    private LiveSources() {}

    static List<LiveSource> of(Run run) {
        List<String> inputs = run.options().inputs();
        if (inputs.isEmpty()) {
            return run.settings().liveSources();
        }
        List<String> addresses = inputs.stream().filter(WebAddress::isMeant).toList();
        return addresses.isEmpty()
                ? List.of()
                : List.of(new LiveSource("input", LiveSource.Kind.URLS, addresses, "", ""));
    }

    /**
     * The addresses a source begins with; those of its files, one a line, in place of these. A line that begins with
     * {@code #} is a comment. What is no address, and a file that is absent, stop the run before anything is fetched.
     */
    static Set<WebAddress> addresses(LiveSource source, Configuration configuration) {
        Set<WebAddress> addresses = new LinkedHashSet<>();
        for (String text : source.addresses()) {
            boolean isFile = source.kind() == LiveSource.Kind.URLS && !WebAddress.isMeant(text);
            for (String address : isFile ? lines(source, text, configuration) : List.of(text)) {
                try {
                    addresses.add(WebAddress.of(address));
                } catch (FetchFault e) {
                    throw new HubException(Outcome.USAGE, "source " + source.name() + ": " + e.getMessage(), e);
                }
            }
        }
        return addresses;
    }

    private static List<String> lines(LiveSource source, String path, Configuration configuration) {
        List<String> lines = new ArrayList<>();
        Path file = new Path(path);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(file.getFileSystem(configuration).open(file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String text = line.replace("\uFEFF", "").strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    lines.add(text);
                }
            }
            return lines;
        } catch (FileNotFoundException e) {
            throw new HubException(
                    Outcome.USAGE, "source " + source.name() + ": the file of addresses " + path + " doesn't exist", e);
        } catch (IOException e) {
            throw new HubException(
                    Outcome.STORAGE,
                    "source " + source.name() + ": the file of addresses " + path + " can't be read: " + e.getMessage(),
                    e);
        }
    }
}
