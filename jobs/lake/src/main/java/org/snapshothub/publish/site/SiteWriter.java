package org.snapshothub.publish.site;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.snapshothub.publish.site.data.ReadingScripts;
import org.snapshothub.publish.site.data.ScriptFile;

/**
 * Writes an edition: every page in both languages, beside its data.
 *
 * <p>An edition is written in full beside the others and then renamed into place, so that a reader sees the old one or
 * the new one. Content of equal bytes is the same edition and is not published again. Files of days that nothing touched
 * are taken over from the edition before, and are the bytes that writing them again would give.
 */
public final class SiteWriter {

    private static final List<String> ASSETS = List.of("site.css", "site.js");

    /** Publishes the content without looking at what the latest edition holds. */
    public Edition write(SiteContent content, Stamp stamp, Path siteDir) {
        return write(content, Touched.ALL, stamp, siteDir);
    }

    /**
     * Publishes the content in a site's folder, which is made where it is absent.
     *
     * @param touched the days whose rows may differ from those of the latest edition
     * @throws ForeignFolderException when the folder holds what no edition of ours can be beside
     * @throws UncheckedIOException when it can't be written; the latest edition then stands as it was
     */
    public Edition write(SiteContent content, Touched touched, Stamp stamp, Path siteDir) {
        SiteFolder site = SiteFolder.open(siteDir);
        Draft draft = site.draft();
        try {
            Set<String> extractors = fill(draft, content, touched, site);
            return site.publish(draft, stamp, content.settings(), extractors);
        } catch (RuntimeException | Error e) {
            // Half an edition may be what filled the disk, which the lake shares; only a killed run leaves one to
            // sweep.
            site.discard(draft, e);
            throw e;
        }
    }

    /** Writes every file of the edition; gives the versions of the extractors that its numbers rest on. */
    private static Set<String> fill(Draft draft, SiteContent content, Touched touched, SiteFolder site) {
        Facts facts = new Facts(content);
        Earlier earlier = Earlier.of(site.latest(), facts, touched);
        facts.tallied(readings(facts, earlier, draft));
        OpenDataFiles open = new OpenDataFiles(draft, earlier);
        List<Pages> pages = Arrays.stream(Language.values())
                .map(language -> new Pages(facts, language, draft))
                .toList();
        for (int year : facts.years()) {
            open.write(year, facts);
            pages.forEach(p -> p.writeDays(year, earlier));
            facts.forget(year);
        }
        open.writeWhole(content);
        open.writeCatalogue(content.settings());
        pages.forEach(p -> p.write(open.sets(), earlier));
        days(facts, draft);
        Manifest manifest = new Manifest(
                Manifest.frame(content),
                content.weather().closedThrough(),
                facts.tally().days(),
                open.years());
        draft.write(Manifest.FILE, manifest::write);
        ASSETS.forEach(asset -> draft.write("assets/" + asset, out -> {
            try (InputStream in = SiteWriter.class.getResourceAsStream("/site/" + asset)) {
                in.transferTo(out);
            }
        }));
        return facts.tally().extractorVersions();
    }

    private static void days(Facts facts, Draft draft) {
        draft.write(
                "data/days.js",
                out -> ScriptFile.write(
                        "days",
                        json -> {
                            json.writeStartArray();
                            for (LocalDate day : facts.days()) {
                                json.writeString(day.toString());
                            }
                            json.writeEndArray();
                        },
                        out));
    }

    /** Walks the readings of touched days once: writes each day's file and counts. */
    private static ReadingTally readings(Facts facts, Earlier earlier, Draft draft) {
        NavigableMap<LocalDate, DayTally> tallies = new TreeMap<>();
        List<LocalDate> fresh = new ArrayList<>();
        for (LocalDate day : facts.days()) {
            if (earlier.holdsReadings(day)) {
                tallies.put(day, earlier.tally(day));
                earlier.give("data/" + name(day) + ".js", draft);
            } else {
                fresh.add(day);
            }
        }
        for (DayReadings read : facts.content().weather().readings(fresh)) {
            if (tallies.put(read.day(), DayTally.of(read.readings())) != null) {
                throw new IllegalArgumentException("readings must come day by day; " + read.day() + " came twice");
            }
            String name = name(read.day());
            draft.write("data/" + name + ".js", out -> ScriptFile.write(name, ReadingScripts.day(read), out));
        }
        return new ReadingTally(tallies);
    }

    private static String name(LocalDate day) {
        return "readings/" + day;
    }
}
