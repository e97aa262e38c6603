package org.snapshothub.publish.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snapshothub.publish.site.page.Frame;
import org.snapshothub.publish.site.page.SitePage;

/**
 * A site's folder: one folder per edition, and beside them the marker that says it is ours, {@code editions.json}, and
 * an {@code index.html} that leads to the latest.
 *
 * <p>Only what bears our names is ever deleted: an edition by its name, and {@code .draft-…}. What killed runs left of
 * either is swept when the folder is next opened: drafts, and editions that {@code editions.json} does not list.
 */
public final class SiteFolder {

    static final String MARKER = ".snapshot-hub-site";
    private static final String LIST = "editions.json";
    private static final String DOOR = "index.html";
    private static final String ABOUT = "edition.json";
    /** What the job beside us writes, also where no edition was ever published. */
    private static final String STATE = "publish.json";

    private static final String EDITION = "edition-";
    private static final Pattern EDITION_NAME = Pattern.compile(EDITION + "[0-9a-f]{16}");
    private static final String DRAFT = ".draft-";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    /** An edition as {@code editions.json} lists it, newest publishing first. */
    public record Listed(String id, Instant publishedAt, Map<String, Long> tableVersions) {}

    private SiteFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes a site's folder ours where it is absent or empty; refuses one that is somebody else's. */
    public static SiteFolder claimed(Path folder) {
        SiteFolder site = new SiteFolder(folder);
        try {
            Files.createDirectories(folder);
            site.claim();
        } catch (IOException e) {
            throw new UncheckedIOException("site folder " + folder + " can't be written: " + e.getMessage(), e);
        }
        return site;
    }

    /** Opens a site's folder for writing: claims it and sweeps what killed runs left. Only for who holds the lake. */
    public static SiteFolder open(Path folder) {
        SiteFolder site = claimed(folder);
        try {
            site.sweep();
        } catch (IOException e) {
            throw new UncheckedIOException("site folder " + folder + " can't be swept: " + e.getMessage(), e);
        }
        return site;
    }

    /** The editions of a site, newest publishing first; none where there is no site. */
    public static List<Listed> editions(Path folder) {
        Path list = folder.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return List.of();
        }
        try {
            List<Listed> editions = new ArrayList<>();
            JSON.readTree(list.toFile()).forEach(node -> {
                Map<String, Long> versions = new LinkedHashMap<>();
                node.path("table_versions")
                        .properties()
                        .forEach(f -> versions.put(f.getKey(), f.getValue().asLong()));
                editions.add(new Listed(
                        node.path("id").asText(),
                        Instant.parse(node.path("published_at").asText()),
                        versions));
            });
            return editions;
        } catch (IOException e) {
            throw new UncheckedIOException(list + " can't be read: " + e.getMessage(), e);
        }
    }

    /** The ids of editions published before then, but never of the latest. */
    public static List<String> prunable(Path folder, Instant before) {
        return editions(folder).stream()
                .skip(1)
                .filter(edition -> edition.publishedAt().isBefore(before))
                .map(Listed::id)
                .toList();
    }

    /** Deletes editions published before then, but never the latest; gives their ids. */
    public List<String> prune(Instant before) {
        List<String> pruned = prunable(folder, before);
        if (!pruned.isEmpty()) {
            List<Listed> kept = editions(folder).stream()
                    .filter(edition -> !pruned.contains(edition.id()))
                    .toList();
            // Those who lead to them first: a kill in between leaves a folder too many, and no link to nowhere.
            replace(LIST, list(kept));
            List.of(DOOR, Frame.changes(Language.KO), Frame.changes(Language.EN))
                    .forEach(page -> unlink(page, pruned));
            pruned.forEach(id -> deleteOurs(folder.resolve(EDITION + id)));
        }
        return pruned;
    }

    /** Takes the lines out of a page beside the editions that lead to these. */
    private void unlink(String page, List<String> ids) {
        Path file = folder.resolve(page);
        if (!Files.isRegularFile(file)) {
            return;
        }
        String kept = read(page)
                .lines()
                .filter(line -> ids.stream().noneMatch(id -> line.startsWith("<li><a href=\"" + EDITION + id + "/")))
                .collect(Collectors.joining("\n", "", "\n"));
        replace(page, kept);
    }

    private String read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** The folder of the latest edition; empty where there is none. */
    Optional<Path> latest() {
        return latest(folder);
    }

    static Optional<Path> latest(Path folder) {
        return editions(folder).stream()
                .findFirst()
                .map(edition -> folder.resolve(EDITION + edition.id()))
                .filter(Files::isDirectory);
    }

    Draft draft() {
        try {
            // Not a temporary folder of Java's: that is closed to all others, and a web server is another user.
            return new Draft(Files.createDirectory(folder.resolve(DRAFT + UUID.randomUUID())));
        } catch (IOException e) {
            throw new UncheckedIOException("site folder " + folder + " can't be written: " + e.getMessage(), e);
        }
    }

    /** Deletes a draft that came to nothing; what goes wrong with that is told with the reason. */
    void discard(Draft draft, Throwable reason) {
        try {
            deleteOurs(draft.folder());
        } catch (UncheckedIOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Puts a draft in its place and leads to it; nothing moves where the latest edition is the same and is led to. */
    Edition publish(Draft draft, Stamp stamp, SiteSettings settings, Set<String> extractors) {
        String id = draft.id();
        Path path = folder.resolve(EDITION + id);
        String latest = EDITION + id + "/index.html";
        List<Listed> editions = editions(folder);
        boolean isThere = Files.isDirectory(path);
        if (isThere
                && !editions.isEmpty()
                && editions.get(0).id().equals(id)
                && Files.isRegularFile(folder.resolve(DOOR))
                && read(DOOR).contains(Door.leadingTo(latest))) {
            deleteOurs(draft.folder());
            return new Edition(id, path, false);
        }
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", id);
        about.put("published_at", stamp.publishedAt().toString());
        about.put("program_version", settings.programVersion());
        about.put("table_versions", stamp.tableVersions());
        about.put("extractors", extractors);
        about.put("files", draft.entries().size());
        try {
            if (isThere) {
                deleteOurs(draft.folder());
                // Content that comes back is published again: by this publishing, from these versions.
                replace(EDITION + id + "/" + ABOUT, json(about));
            } else {
                Files.writeString(draft.folder().resolve(ABOUT), json(about));
                draft.writeSums();
                if (!editions.isEmpty()) {
                    draft.shareWith(folder.resolve(EDITION + editions.get(0).id()));
                }
                Files.move(draft.folder(), path, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("edition " + path + " can't be put in place: " + e.getMessage(), e);
        }
        List<Listed> now = new ArrayList<>();
        now.add(new Listed(id, stamp.publishedAt(), stamp.tableVersions()));
        editions.stream()
                .filter(e -> !e.id().equals(id) && Files.isDirectory(folder.resolve(EDITION + e.id())))
                .forEach(now::add);
        replace(LIST, list(now));
        Optional<Changes> changes = changes(now, extractors);
        for (Language language : Language.values()) {
            Frame frame = Frame.beside(language, settings, EDITION + id + "/");
            replace(frame.path(), Templates.print("changes.jte", new ChangesPage(frame, changes, now)));
        }
        // Last of all: from here on the new edition is what a visitor sees.
        replace(DOOR, Templates.print("door.jte", new Door(settings, latest, now)));
        return new Edition(id, path, true);
    }

    /** What the page beside the editions shows. */
    public record Door(SiteSettings settings, String latest, List<Listed> editions) {

        public String folder() {
            return latest.substring(0, latest.indexOf('/'));
        }

        /** What the page says where it leads to that edition, and nowhere else. */
        public static String leadingTo(String latest) {
            return "url=" + latest;
        }
    }

    /** What moved since the edition before the latest; it depends on both, so it stands beside them and in neither. */
    public record ChangesPage(Frame frame, Optional<Changes> changes, List<Listed> editions) implements SitePage {

        private static final int FIRST = 500;

        public String id() {
            return editions.get(0).id();
        }

        public String before() {
            return editions.get(1).id();
        }

        public List<Changes.Move> firstMoves() {
            List<Changes.Move> moved = changes.map(Changes::moved).orElse(List.of());
            return moved.subList(0, Math.min(FIRST, moved.size()));
        }

        /** How many numbers moved for each reason. */
        public Map<Changes.Why, Long> reasons() {
            return changes.map(Changes::moved).orElse(List.of()).stream()
                    .collect(Collectors.groupingBy(Changes.Move::why, TreeMap::new, Collectors.counting()));
        }
    }

    private Optional<Changes> changes(List<Listed> editions, Set<String> extractors) {
        if (editions.size() == 1) {
            return Optional.empty();
        }
        Path earlier = folder.resolve(EDITION + editions.get(1).id());
        Path latest = folder.resolve(EDITION + editions.get(0).id());
        return Optional.of(Changes.between(earlier, latest, extractors.equals(extractors(earlier))));
    }

    private static Set<String> extractors(Path edition) {
        Set<String> versions = new TreeSet<>();
        try {
            JSON.readTree(edition.resolve(ABOUT).toFile())
                    .path("extractors")
                    .forEach(version -> versions.add(version.asText()));
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(edition.resolve(ABOUT) + " can't be read: " + e.getMessage(), e);
        }
    }

    private void claim() throws IOException {
        Path marker = folder.resolve(MARKER);
        if (Files.isRegularFile(marker)) {
            return;
        }
        try (Stream<Path> held = Files.list(folder)) {
            Optional<Path> foreign = held.filter(
                            p -> !p.getFileName().toString().startsWith(STATE))
                    .findFirst();
            if (foreign.isPresent()) {
                throw new ForeignFolderException(
                        folder, foreign.get().getFileName().toString());
            }
        }
        Files.writeString(marker, "Editions in this folder are written and deleted by Snapshot Hub.\n");
    }

    /**
     * Deletes drafts, and editions that are not listed: one that was put in its place and never led to, or half deleted.
     * Without a list nothing tells those from editions that someone reads, and they stay.
     */
    private void sweep() throws IOException {
        boolean isListed = Files.isRegularFile(folder.resolve(LIST));
        Set<String> listed =
                editions(folder).stream().map(edition -> EDITION + edition.id()).collect(Collectors.toSet());
        List<Path> left;
        try (Stream<Path> held = Files.list(folder)) {
            left = held.filter(path -> {
                        String name = path.getFileName().toString();
                        return name.startsWith(DRAFT)
                                || isListed
                                        && EDITION_NAME.matcher(name).matches()
                                        && !listed.contains(name)
                                        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
                    })
                    .toList();
        }
        left.forEach(SiteFolder::deleteOurs);
    }

    private void replace(String name, String text) {
        Path file = folder.resolve(name);
        Path half = folder.resolve(DRAFT + file.getFileName());
        try {
            Files.write(half, text.getBytes(StandardCharsets.UTF_8));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written: " + e.getMessage(), e);
        }
    }

    private static String list(List<Listed> editions) {
        return json(editions.stream()
                .map(e -> {
                    Map<String, Object> node = new LinkedHashMap<>();
                    node.put("id", e.id());
                    node.put("published_at", e.publishedAt().toString());
                    node.put("table_versions", e.tableVersions());
                    return node;
                })
                .toList());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("a map of strings and numbers has a JSON form", e);
        }
    }

    /** Deletes a file or folder of ours; a link is unlinked and never followed. */
    private static void deleteOurs(Path path) {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            List<Path> all;
            try (Stream<Path> walk = Files.walk(path)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be deleted: " + e.getMessage(), e);
        }
    }
}
