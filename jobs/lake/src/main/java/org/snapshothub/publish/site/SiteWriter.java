package org.snapshothub.publish.site;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snapshothub.publish.site.data.CaseScripts;
import org.snapshothub.publish.site.data.Catalogue;
import org.snapshothub.publish.site.data.CsvFile;
import org.snapshothub.publish.site.data.JsonFile;
import org.snapshothub.publish.site.data.OpenData;
import org.snapshothub.publish.site.data.OpenFile;
import org.snapshothub.publish.site.data.OpenTable;
import org.snapshothub.publish.site.data.ReadingScripts;
import org.snapshothub.publish.site.data.ScriptFile;
import org.snapshothub.publish.site.data.XlsxFile;
import org.snapshothub.publish.site.page.CaseRow;
import org.snapshothub.publish.site.page.CasesPage;
import org.snapshothub.publish.site.page.DayPage;
import org.snapshothub.publish.site.page.DaysPage;
import org.snapshothub.publish.site.page.DownloadPage;
import org.snapshothub.publish.site.page.Frame;
import org.snapshothub.publish.site.page.MethodPage;
import org.snapshothub.publish.site.page.QualityPage;
import org.snapshothub.publish.site.page.RegionPage;
import org.snapshothub.publish.site.page.SitePage;
import org.snapshothub.publish.site.page.SkyPage;
import org.snapshothub.publish.site.page.SummaryPage;
import org.snapshothub.silver.Observation;

/**
 * Writes an edition: every page in both languages, beside its data.
 *
 * <p>An edition is written in full beside the others and then renamed into place, so that a reader sees the old one or
 * the new one. Content of equal bytes is the same edition and is not published again.
 */
public final class SiteWriter {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> ASSETS = List.of("site.css", "site.js");

    /**
     * Publishes the content in a site's folder, which is made where it is absent.
     *
     * @throws ForeignFolderException when the folder holds what no edition of ours can be beside
     * @throws UncheckedIOException when it can't be written; the latest edition then stands as it was
     */
    public Edition write(SiteContent content, Stamp stamp, Path siteDir) {
        SiteFolder site = SiteFolder.open(siteDir);
        Draft draft = site.draft();
        Facts facts = new Facts(content, readings(content.weather(), draft));
        List<Catalogue.DataSet> sets = openData(content, draft);
        for (Language language : Language.values()) {
            new Pages(facts, sets, language, draft).write();
        }
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
        ASSETS.forEach(asset -> draft.write("assets/" + asset, out -> {
            try (InputStream in = SiteWriter.class.getResourceAsStream("/site/" + asset)) {
                in.transferTo(out);
            }
        }));
        return site.publish(draft, stamp, content.settings(), facts.tally().extractorVersions());
    }

    private static List<Catalogue.DataSet> openData(SiteContent content, Draft draft) {
        List<Catalogue.DataSet> sets = new ArrayList<>();
        for (OpenTable table : OpenData.tables(content)) {
            List<OpenFile> files = new ArrayList<>();
            String path = "data/open/" + table.name();
            files.add(file(draft, path + ".csv", "CSV (UTF-8)", "text/csv", out -> CsvFile.write(table, out)));
            files.add(file(
                    draft,
                    path + ".cp949.csv",
                    "CSV (CP949)",
                    "text/csv;charset=ks_c_5601-1987",
                    out -> CsvFile.writeCp949(table, out)));
            if (table.rows().size() <= XlsxFile.MOST_ROWS) {
                files.add(file(draft, path + ".xlsx", "XLSX", XLSX, out -> XlsxFile.write(table, out)));
            }
            files.add(file(draft, path + ".json", "JSON", "application/json", out -> JsonFile.write(table, out)));
            sets.add(new Catalogue.DataSet(table, files));
        }
        draft.write("data/open/catalog.jsonld", out -> Catalogue.write(content.settings(), sets, out));
        return sets;
    }

    private static OpenFile file(Draft draft, String path, String label, String mediaType, Draft.Bytes bytes) {
        draft.write(path, bytes);
        Draft.Entry written = draft.entry(path);
        return new OpenFile(path, label, mediaType, written.size(), written.sha256());
    }

    /** Walks the readings once, a day at a time: writes each day's file and counts. */
    private static ReadingTally readings(SiteContent.Weather weather, Draft draft) {
        ReadingTally tally = new ReadingTally();
        ReadingScripts scripts = new ReadingScripts(weather.pages());
        List<Observation> day = new ArrayList<>();
        for (Observation reading : weather.observations()) {
            if (!day.isEmpty() && !day.get(0).observedOn().equals(reading.observedOn())) {
                writeDay(day, scripts, draft);
                day.clear();
            }
            day.add(reading);
            tally.add(reading);
        }
        if (!day.isEmpty()) {
            writeDay(day, scripts, draft);
        }
        return tally;
    }

    private static void writeDay(List<Observation> readings, ReadingScripts scripts, Draft draft) {
        String name = "readings/" + readings.get(0).observedOn();
        if (draft.entry("data/" + name + ".js") != null) {
            throw new IllegalArgumentException("observations must come in the order of observed_on; "
                    + readings.get(0).observedOn() + " came twice");
        }
        readings.sort(Comparator.comparingInt(Observation::stationId).thenComparing(Observation::slot));
        draft.write("data/" + name + ".js", out -> ScriptFile.write(name, scripts.day(readings), out));
    }

    /** The pages of one language. */
    private static final class Pages {
        /** The newest day under a name that stays: a link to its own would change every page with every day. */
        private static final String WEATHER = "temperature.html";

        private final Facts facts;
        private final List<Catalogue.DataSet> sets;
        private final Language language;
        private final Draft draft;
        private final List<Frame.Entry> menu = new ArrayList<>();

        private Pages(Facts facts, List<Catalogue.DataSet> sets, Language language, Draft draft) {
            this.facts = facts;
            this.sets = sets;
            this.language = language;
            this.draft = draft;
            menu.add(new Frame.Entry("index.html", language.say("요약", "Summary")));
            menu.add(new Frame.Entry(WEATHER, language.say("지역 기온", "Temperature")));
            menu.add(new Frame.Entry("sky.html", language.say("하늘 상태", "Sky")));
            menu.add(new Frame.Entry("cases.html", language.say("데이터 활용 사례", "Use cases")));
            menu.add(new Frame.Entry("download.html", language.say("데이터 내려받기", "Download")));
            menu.add(new Frame.Entry("quality.html", language.say("품질", "Quality")));
            menu.add(new Frame.Entry("method.html", language.say("방법", "Method")));
        }

        private void write() {
            String temperature = language.say("지역 기온", "Temperature");
            facts.newestDay()
                    .ifPresentOrElse(
                            day -> page("day", DayPage.of(frame(WEATHER, WEATHER, temperature), facts, day)),
                            () -> page("days", DaysPage.of(frame(WEATHER, WEATHER, temperature), facts)));
            page("summary", SummaryPage.of(frame("index.html", "index.html", language.say("요약", "Summary")), facts));
            page("days", DaysPage.of(frame("days.html", WEATHER, language.say("모든 날짜", "All days")), facts));
            page("sky", SkyPage.of(frame("sky.html", "sky.html", language.say("하늘 상태", "Sky")), facts));
            page(
                    "cases",
                    CasesPage.of(
                            frame("cases.html", "cases.html", language.say("데이터 활용 사례", "Data-usage cases")), facts));
            page(
                    "quality",
                    QualityPage.of(frame("quality.html", "quality.html", language.say("품질", "Quality")), facts));
            String download = language.say("데이터 내려받기", "Download");
            page("download", new DownloadPage(frame("download.html", "download.html", download), sets));
            page("method", MethodPage.of(frame("method.html", "method.html", language.say("방법", "Method")), facts));
            cases();
            for (LocalDate day : facts.days()) {
                String title = language.say("지역 기온 ", "Temperature ") + day;
                page("day", DayPage.of(frame("day/" + day + ".html", WEATHER, title), facts, day));
            }
            for (String code : facts.regionCodes()) {
                String title = facts.place(code).in(language);
                page("region", RegionPage.of(frame("region/" + code + ".html", WEATHER, title), facts, code));
            }
        }

        private void cases() {
            List<CaseRow> rows = CaseRow.all(facts, language);
            for (int i = 0; i < CaseScripts.pieces(rows.size()); i++) {
                String name = "cases-" + language.tag() + "/" + i;
                int piece = i;
                draft.write("data/" + name + ".js", out -> ScriptFile.write(name, CaseScripts.piece(rows, piece), out));
            }
        }

        private Frame frame(String path, String section, String title) {
            return new Frame(language, facts.settings(), path, section, title, menu);
        }

        private void page(String template, SitePage page) {
            String folder = language == Language.KO ? "" : language.tag() + "/";
            draft.write(folder + page.frame().path(), Templates.print(template + ".jte", page));
        }
    }
}
