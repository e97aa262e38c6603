package org.snapshothub.lake;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every setting with its type, unit and default; the defaults stand in {@code reference.conf}, with a word on each.
 *
 * @param lake where the tables are
 * @param site folder of the published report
 * @param sources what is pulled when no {@code --input} is given
 * @param liveSources what is fetched then
 * @param homeRegion ISO 3166-2:KR code of the region the report opens on
 * @param gate thresholds of the quality gate
 * @param pull limits of pulling
 * @param http how live pages are fetched
 * @param publisher who publishes, and under which licence
 * @param keepEditions how long an edition stays after it was published; the latest always does
 */
public record Settings(
        String lake,
        String site,
        List<SourceSetting> sources,
        List<LiveSource> liveSources,
        String homeRegion,
        Gate gate,
        Pull pull,
        HttpSettings http,
        Publisher publisher,
        Duration keepEditions) {

    /** A place that is pulled: files, folders or globs, with the licence of what lies there. */
    public record SourceSetting(String name, String path, String licence, String schedule) {}

    /**
     * The quality gate.
     *
     * @param lostPages share of pages lost above which nothing is published
     * @param lostPagesFrom pages from which that share means something
     * @param coverage coverage of KR on the newest closed day below which nothing is published
     */
    public record Gate(double lostPages, long lostPagesFrom, double coverage) {}

    /**
     * Limits of pulling.
     *
     * @param maxPageBytes a page's decoded content is cut there, with the reason on its row
     * @param batchBytes inputs are taken in commits of about this many bytes
     */
    public record Pull(long maxPageBytes, long batchBytes) {}

    /** Who publishes the report, and under which licence. */
    public record Publisher(String name, String contact, String licence) {}

    /** What is held in memory as one array. */
    static final long MOST_AT_ONCE = 1 << 30;

    private static final Set<String> SOURCE_KEYS =
            Set.of("name", "path", "urls", "sitemap", "feed", "licence", "schedule");

    /** Defaults alone, as the program ships them; relative paths are taken from {@code home}. */
    public static Settings defaults(Path home) {
        return of(
                ConfigFactory.parseResources(Settings.class, "/reference.conf").resolve(), "reference.conf", home);
    }

    /** The settings of a file over the defaults; an unknown key stops the program with one line. */
    public static Settings load(Path file, Path home) {
        if (!Files.isReadable(file)) {
            throw new HubException(Outcome.USAGE, "configuration " + file + " can't be read; give another with --conf");
        }
        try {
            Config own = ConfigFactory.parseFile(
                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
            Config defaults = ConfigFactory.parseResources(Settings.class, "/reference.conf");
            rejectUnknown(own, defaults, file);
            Config all = own.withFallback(defaults).resolve(ConfigResolveOptions.defaults());
            return of(all, file.toString(), home);
        } catch (ConfigException e) {
            throw new HubException(Outcome.USAGE, "configuration " + file + ": " + oneLine(e.getMessage()), e);
        }
    }

    private static void rejectUnknown(Config own, Config defaults, Path file) {
        Set<String> known =
                defaults.entrySet().stream().map(e -> e.getKey()).collect(Collectors.toCollection(TreeSet::new));
        own.entrySet().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                throw unknown(
                        entry.getKey(), known, file, entry.getValue().origin().lineNumber());
            }
        });
        if (own.hasPath("sources")) {
            own.getConfigList("sources").forEach(source -> source.entrySet().forEach(entry -> {
                if (!SOURCE_KEYS.contains(entry.getKey())) {
                    throw unknown(
                            "sources." + entry.getKey(),
                            SOURCE_KEYS,
                            file,
                            entry.getValue().origin().lineNumber());
                }
            }));
        }
    }

    private static HubException unknown(String key, Set<String> known, Path file, int line) {
        return new HubException(
                Outcome.USAGE,
                "unknown key " + key + " in " + file + ", line " + line + "; the keys are " + String.join(", ", known));
    }

    private static Settings of(Config c, String where, Path home) {
        Gate gate = new Gate(
                share(c, "gate.lost-pages", where),
                c.getLong("gate.lost-pages-from"),
                share(c, "gate.coverage", where));
        String region = c.getString("home-region");
        if (!region.matches("KR-\\d{2}")) {
            throw new HubException(
                    Outcome.USAGE,
                    "configuration " + where + ": home-region is \"" + region
                            + "\", expected an ISO 3166-2:KR code such as KR-45");
        }
        return new Settings(
                under(home, c.getString("lake")),
                under(home, c.getString("site")),
                c.getConfigList("sources").stream()
                        .filter(s -> !LiveSource.isLive(s))
                        .map(s -> new SourceSetting(
                                s.getString("name"),
                                under(home, s.getString("path")),
                                text(s, "licence"),
                                text(s, "schedule")))
                        .toList(),
                liveSources(c, home),
                region,
                gate,
                new Pull(
                        bytes(c, "pull.max-page-bytes", MOST_AT_ONCE, where),
                        bytes(c, "pull.batch-bytes", Long.MAX_VALUE, where)),
                HttpSettings.of(c, where),
                new Publisher(
                        c.getString("publisher.name"),
                        c.getString("publisher.contact"),
                        c.getString("publisher.licence")),
                c.getDuration("editions.keep"));
    }

    private static List<LiveSource> liveSources(Config c, Path home) {
        List<LiveSource> sources = c.getConfigList("sources").stream()
                .filter(LiveSource::isLive)
                .map(s -> LiveSource.of(s, text(s, "licence"), text(s, "schedule")))
                .map(s -> s.withAddresses(
                        s.addresses().stream().map(a -> under(home, a)).toList()))
                .toList();
        Set<String> names = new TreeSet<>();
        for (LiveSource source : sources) {
            if (!names.add(source.name())) {
                throw new HubException(Outcome.USAGE, "two live sources are called " + source.name());
            }
        }
        return sources;
    }

    private static String text(Config source, String key) {
        return source.hasPath(key) ? source.getString(key) : "";
    }

    private static double share(Config c, String key, String where) {
        double value = c.getDouble(key);
        if (value < 0 || value > 1) {
            throw new HubException(
                    Outcome.USAGE,
                    "configuration " + where + ": " + key + " is " + value + ", expected a share from 0 to 1");
        }
        return value;
    }

    /** A number of bytes from 1 to {@code most}. */
    static long bytes(Config c, String key, long most, String where) {
        long value = c.getBytes(key);
        if (value < 1 || value > most) {
            throw new HubException(
                    Outcome.USAGE,
                    "configuration " + where + ": " + key + " is " + value + " bytes, expected 1 to " + most);
        }
        return value;
    }

    /** A relative path of the configuration means the project's folder, wherever the program was started. */
    private static String under(Path home, String path) {
        boolean hasScheme = path.matches("^[a-zA-Z][a-zA-Z0-9+.-]+:.*");
        return hasScheme || path.startsWith("/") ? path : home.resolve(path).toString();
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ");
    }

    public Settings withLake(String uri) {
        return new Settings(uri, site, sources, liveSources, homeRegion, gate, pull, http, publisher, keepEditions);
    }

    public Settings withSite(String folder) {
        return new Settings(lake, folder, sources, liveSources, homeRegion, gate, pull, http, publisher, keepEditions);
    }
}
