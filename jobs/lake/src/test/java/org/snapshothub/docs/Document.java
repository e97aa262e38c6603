package org.snapshothub.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snapshothub.Repository;

/** A Markdown file of the repository. */
record Document(Path file, String text) {

    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static Document of(String path) {
        return of(Repository.path(path));
    }

    private static Document of(Path file) {
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every Markdown file below {@code folder}, in the order of their names. */
    static List<Document> below(String folder) {
        try (Stream<Path> files = Files.walk(Repository.path(folder))) {
            return files.filter(f -> f.toString().endsWith(".md"))
                    .sorted()
                    .map(Document::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between {@code <!-- name: … -->} and the next comment. */
    String block(String name) {
        return text.substring(begin(name), end(name));
    }

    /** Puts {@code block} there, in the file too. */
    Document write(String name, String block) throws IOException {
        String written = text.substring(0, begin(name)) + block + text.substring(end(name));
        Files.writeString(file, written);
        return new Document(file, written);
    }

    private int begin(String name) {
        int marker = text.indexOf("<!-- " + name + ":");
        if (marker < 0) {
            throw new IllegalStateException(file + " has no block " + name);
        }
        return text.indexOf('\n', marker) + 1;
    }

    private int end(String name) {
        return text.indexOf("<!-- end -->", begin(name));
    }

    /** Everything that is code: spans between backquotes, and the lines of fenced shell and text. */
    List<String> code() {
        List<String> code = new ArrayList<>();
        SPAN.matcher(text).results().map(r -> r.group(1)).forEach(code::add);
        String fence = "";
        for (String line : text.replace("\\\n", " ").lines().toList()) {
            if (line.startsWith("```")) {
                fence = fence.isEmpty() ? line : "";
            } else if (!fence.isEmpty() && !fence.equals("```mermaid")) {
                code.add(line);
            }
        }
        return code;
    }

    /** Links to files of the repository, without their anchors. */
    List<String> links() {
        return LINK.matcher(text)
                .results()
                .map(r -> r.group(1).replaceAll("#.*", ""))
                .filter(link -> !link.isEmpty() && !link.contains(":"))
                .toList();
    }

    @Override
    public String toString() {
        return Repository.path("").relativize(file).toString();
    }
}
