package org.snapshothub.publish.site;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.snapshothub.publish.site.data.CaseScripts;
import org.snapshothub.publish.site.data.Catalogue;
import org.snapshothub.publish.site.data.ScriptFile;
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

/** The pages of one language. */
final class Pages {

    private final Facts facts;
    private final Language language;
    private final Draft draft;

    Pages(Facts facts, Language language, Draft draft) {
        this.facts = facts;
        this.language = language;
        this.draft = draft;
    }

    /** The days of one year, those that the edition before shows alike taken over. */
    void writeDays(int year, Earlier earlier) {
        for (LocalDate day : facts.days(year)) {
            String path = "day/" + day + ".html";
            if (earlier.holdsPage(day)) {
                earlier.give(folder() + path, draft);
            } else {
                String title = language.say("지역 기온 ", "Temperature ") + day;
                page("day", DayPage.of(frame(path, Frame.WEATHER, title), facts, day));
            }
        }
    }

    /** All other pages. */
    void write(List<Catalogue.DataSet> sets, Earlier earlier) {
        String temperature = language.say("지역 기온", "Temperature");
        facts.newestDay()
                .ifPresentOrElse(
                        day -> page("day", DayPage.of(frame(Frame.WEATHER, Frame.WEATHER, temperature), facts, day)),
                        () -> page("days", DaysPage.of(frame(Frame.WEATHER, Frame.WEATHER, temperature), facts)));
        page("summary", SummaryPage.of(frame("index.html", language.say("요약", "Summary")), facts));
        page("days", DaysPage.of(frame("days.html", Frame.WEATHER, language.say("모든 날짜", "All days")), facts));
        page("sky", SkyPage.of(frame("sky.html", language.say("하늘 상태", "Sky")), facts));
        page("quality", QualityPage.of(frame("quality.html", language.say("품질", "Quality")), facts));
        page("download", new DownloadPage(frame("download.html", language.say("데이터 내려받기", "Download")), sets));
        page("method", MethodPage.of(frame("method.html", language.say("방법", "Method")), facts));
        cases(earlier);
        for (String code : facts.regionCodes()) {
            String title = facts.place(code).in(language);
            page("region", RegionPage.of(frame("region/" + code + ".html", Frame.WEATHER, title), facts, code));
        }
    }

    /** Page and pieces of the list; taken over when no case changed. */
    private void cases(Earlier earlier) {
        int pieces = CaseScripts.pieces(facts.content().useCases().cases().size());
        if (earlier.holdsCases()) {
            earlier.give(folder() + "cases.html", draft);
            IntStream.range(0, pieces).forEach(i -> earlier.give("data/" + piece(i) + ".js", draft));
            return;
        }
        page("cases", CasesPage.of(frame("cases.html", language.say("데이터 활용 사례", "Data-usage cases")), facts));
        List<CaseRow> rows = CaseRow.all(facts, language);
        for (int i = 0; i < pieces; i++) {
            String name = piece(i);
            int piece = i;
            draft.write("data/" + name + ".js", out -> ScriptFile.write(name, CaseScripts.piece(rows, piece), out));
        }
    }

    private String piece(int i) {
        return "cases-" + language.tag() + "/" + i;
    }

    private Frame frame(String path, String title) {
        return frame(path, path, title);
    }

    private Frame frame(String path, String section, String title) {
        return Frame.within(language, facts.settings(), path, section, title);
    }

    private void page(String template, SitePage page) {
        draft.write(folder() + page.frame().path(), Templates.print(template + ".jte", page));
    }

    private String folder() {
        return Frame.folder(language);
    }
}
