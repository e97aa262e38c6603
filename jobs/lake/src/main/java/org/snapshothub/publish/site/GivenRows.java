package org.snapshothub.publish.site;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snapshothub.extract.record.Sha256;
import org.snapshothub.lake.Table;

/**
 * The rows of gold that the latest edition gives away in {@code data/open}, which are the lake's own. Of days that nothing
 * touched since, they need not be read from a thousand files of the lake again.
 */
public final class GivenRows {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .registerModule(new SimpleModule().addDeserializer(LocalDate.class, new Day()));

    private final Path edition;
    private final Map<String, String> sums;
    private final Set<LocalDate> untouched;

    private GivenRows(Path edition, Map<String, String> sums, Set<LocalDate> untouched) {
        this.edition = edition;
        this.sums = sums;
        this.untouched = untouched;
    }

    /** Those of a site's latest edition; none where it is of another program, or nothing is known about it. */
    public static GivenRows of(Path site, String programVersion, Touched touched) {
        GivenRows none = new GivenRows(null, Map.of(), Set.of());
        Optional<Path> latest = SiteFolder.latest(site);
        if (latest.isEmpty() || touched.days().isEmpty()) {
            return none;
        }
        try {
            Path edition = latest.get();
            String program = JSON.readTree(edition.resolve("edition.json").toFile())
                    .path("program_version")
                    .asText();
            if (!program.equals(programVersion)) {
                return none;
            }
            Map<String, String> sums =
                    Draft.sums(edition).stream().collect(Collectors.toMap(Draft.Entry::path, Draft.Entry::sha256));
            Set<LocalDate> days = new TreeSet<>(Manifest.read(edition).days().keySet());
            days.removeIf(touched::contains);
            return new GivenRows(edition, sums, days);
        } catch (IOException | RuntimeException e) {
            // An edition that can't be read is no help, and no harm: everything is read from the lake.
            return none;
        }
    }

    /** The untouched days, oldest first. */
    public Set<LocalDate> days() {
        return untouched;
    }

    /** A table's rows of the untouched days of a year; empty where the edition has no such file, or a damaged one. */
    public <R extends Record> Optional<List<R>> rows(Table<R> table, int year, Function<R, LocalDate> day) {
        String path = "data/open/" + table.shortName() + "-" + year + ".json";
        if (!sums.containsKey(path)) {
            return Optional.empty();
        }
        try {
            byte[] file = Files.readAllBytes(edition.resolve(path));
            if (!HexFormat.of().formatHex(Sha256.digest().digest(file)).equals(sums.get(path))) {
                return Optional.empty();
            }
            List<R> rows = new ArrayList<>();
            MappingIterator<R> all = JSON.readerFor(table.row()).readValues(file);
            while (all.hasNext()) {
                R row = all.next();
                if (untouched.contains(day.apply(row))) {
                    rows.add(row);
                }
            }
            return Optional.of(rows);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Thousands of rows name the same day one after the other. */
    private static final class Day extends StdDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        private String text = "";
        private LocalDate day;

        private Day() {
            super(LocalDate.class);
        }

        @Override
        public synchronized LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String next = json.getText();
            if (!next.equals(text)) {
                day = LocalDate.parse(next);
                text = next;
            }
            return day;
        }
    }
}
