package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snapshothub.publish.site.data.Catalogue;
import org.snapshothub.publish.site.data.Format;
import org.snapshothub.publish.site.data.OpenData;
import org.snapshothub.publish.site.data.OpenFile;
import org.snapshothub.publish.site.data.OpenTable;

/**
 * The tables given away, each in every format. Those that grow by day are cut by year, so that one more day writes the
 * files of its year and no other.
 */
final class OpenDataFiles {

    private final Draft draft;
    private final Earlier earlier;
    private final Map<String, List<OpenFile>> files = new LinkedHashMap<>();
    private final SortedMap<String, SortedMap<Integer, Manifest.Holding>> years = new TreeMap<>();
    private final List<Catalogue.DataSet> whole = new ArrayList<>();

    OpenDataFiles(Draft draft, Earlier earlier) {
        this.draft = draft;
        this.earlier = earlier;
    }

    void write(int year, Facts facts) {
        if (earlier.holdsYear(year)) {
            OpenData.byDay().forEach(table -> takeOver(table.name(), year));
        } else {
            OpenData.ofYear(facts.regionDays(year), facts.rows(year)).forEach(table -> write(table, year));
        }
    }

    private void takeOver(String table, int year) {
        Manifest.Holding holding = earlier.holding(table, year);
        if (holding == null) {
            return;
        }
        for (Format format : Format.values()) {
            String path = path(table + "-" + year, format);
            if (earlier.has(path)) {
                earlier.give(path, draft);
                add(table, year, path, format);
            }
        }
        years.computeIfAbsent(table, t -> new TreeMap<>()).put(year, holding);
    }

    private void write(OpenTable table, int year) {
        if (table.rows().isEmpty()) {
            return;
        }
        for (Format format : Format.values()) {
            String path = path(table.name() + "-" + year, format);
            draft.write(path, out -> format.write(table, out));
            add(table.name(), year, path, format);
        }
        List<String> span = table.span();
        years.computeIfAbsent(table.name(), t -> new TreeMap<>())
                .put(
                        year,
                        new Manifest.Holding(
                                table.rows().size(), LocalDate.parse(span.get(0)), LocalDate.parse(span.get(1))));
    }

    private void add(String table, int year, String path, Format format) {
        files.computeIfAbsent(table, t -> new ArrayList<>()).add(file(path, String.valueOf(year), format));
    }

    /** The tables that are small enough to be written anew each time. */
    void writeWhole(SiteContent content) {
        for (OpenTable table : OpenData.whole(content)) {
            List<OpenFile> written = new ArrayList<>();
            for (Format format : Format.values()) {
                if (format.holds(table)) {
                    String path = path(table.name(), format);
                    if (OpenData.isOfCases(table) && earlier.holdsCases() && earlier.has(path)) {
                        earlier.give(path, draft);
                    } else {
                        draft.write(path, out -> format.write(table, out));
                    }
                    written.add(file(path, "", format));
                }
            }
            whole.add(new Catalogue.DataSet(table, table.rows().size(), table.span(), written));
        }
    }

    void writeCatalogue(SiteSettings settings) {
        draft.write("data/open/catalog.jsonld", out -> Catalogue.write(settings, sets(), out));
    }

    /** All of them with their files; those cut by year say what all years hold. */
    List<Catalogue.DataSet> sets() {
        List<Catalogue.DataSet> sets = new ArrayList<>();
        for (OpenTable table : OpenData.byDay()) {
            SortedMap<Integer, Manifest.Holding> held = years.getOrDefault(table.name(), new TreeMap<>());
            List<String> span = held.isEmpty()
                    ? List.of()
                    : List.of(
                            held.get(held.firstKey()).first().toString(),
                            held.get(held.lastKey()).last().toString());
            long rows = held.values().stream().mapToLong(Manifest.Holding::rows).sum();
            sets.add(new Catalogue.DataSet(table, rows, span, files.getOrDefault(table.name(), List.of())));
        }
        sets.addAll(whole);
        return sets;
    }

    SortedMap<String, SortedMap<Integer, Manifest.Holding>> years() {
        return years;
    }

    private static String path(String name, Format format) {
        return "data/open/" + name + format.suffix();
    }

    private OpenFile file(String path, String part, Format format) {
        Draft.Entry written = draft.entry(path);
        return new OpenFile(path, part, format.label(), format.mediaType(), written.size(), written.sha256());
    }
}
