package org.snapshothub.lake;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Locale;

/**
 * A place on the Web that is pulled.
 *
 * @param name as in {@code bronze.pages.source}
 * @param kind what the addresses lead to
 * @param addresses where to begin; of {@link Kind#URLS} also paths of files with an address a line
 * @param licence under which its pages may be used
 * @param schedule a hint for people
 */
public record LiveSource(String name, Kind kind, List<String> addresses, String licence, String schedule) {

    /** What a live source names. */
    public enum Kind {
        /** The pages themselves. */
        URLS,
        /** Sitemaps, or indexes of them. */
        SITEMAP,
        /** RSS or Atom. */
        FEED;

        /** The key of the configuration. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LiveSource {
        addresses = List.copyOf(addresses);
        boolean isFolderName = !name.isEmpty()
                && Character.isLetterOrDigit(name.codePointAt(0))
                && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
        if (!isFolderName) {
            throw new HubException(
                    Outcome.USAGE,
                    "a live source is called \"" + name + "\"; its name is made of letters, digits, '.', '-' and '_'");
        }
        if (addresses.isEmpty()) {
            throw new HubException(Outcome.USAGE, "the live source " + name + " has no address under " + kind.key());
        }
    }

    LiveSource withAddresses(List<String> addresses) {
        return new LiveSource(name, kind, addresses, licence, schedule);
    }

    static boolean isLive(Config source) {
        return List.of(Kind.values()).stream().anyMatch(k -> source.hasPath(k.key()));
    }

    static LiveSource of(Config source, String licence, String schedule) {
        List<Kind> kinds = List.of(Kind.values()).stream()
                .filter(k -> source.hasPath(k.key()))
                .toList();
        String name = source.getString("name");
        if (kinds.size() > 1 || source.hasPath("path")) {
            throw new HubException(
                    Outcome.USAGE, "source " + name + " needs one of path, urls, sitemap and feed, and has several");
        }
        String key = kinds.get(0).key();
        boolean isList = source.getValue(key).valueType() == ConfigValueType.LIST;
        return new LiveSource(
                name,
                kinds.get(0),
                isList ? source.getStringList(key) : List.of(source.getString(key)),
                licence,
                schedule);
    }
}
