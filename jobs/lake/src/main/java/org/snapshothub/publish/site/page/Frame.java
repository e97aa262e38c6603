package org.snapshothub.publish.site.page;

import java.util.List;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Places;
import org.snapshothub.publish.site.SiteSettings;

/**
 * What surrounds every page.
 *
 * @param base the way from this page to the edition's folder where it stands beside editions; empty within one
 * @param path the page's own path below its language, e.g. {@code day/2026-01-18.html}
 * @param section the entry of the menu it belongs to, as its path
 */
public record Frame(
        Language language,
        SiteSettings settings,
        String base,
        String path,
        String section,
        String title,
        List<Entry> menu) {

    /** The newest day under a name that stays: a link to its own would change every page with every day. */
    public static final String WEATHER = "temperature.html";

    private static final String CHANGES = "changes.html";
    private static final String CHANGES_ENGLISH = "changes-en.html";

    /** A line of the menu. */
    public record Entry(String path, String label) {}

    /** That of a page within an edition. */
    public static Frame within(Language language, SiteSettings settings, String path, String section, String title) {
        return new Frame(language, settings, "", path, section, title, menu(language));
    }

    /** That of the page that says what changed, which stands beside the editions. */
    public static Frame beside(Language language, SiteSettings settings, String base) {
        String path = changes(language);
        return new Frame(language, settings, base, path, path, language.say("바뀐 것", "What changed"), menu(language));
    }

    /** The name of the page beside the editions that says what changed. */
    public static String changes(Language language) {
        return language.say(CHANGES, CHANGES_ENGLISH);
    }

    private static List<Entry> menu(Language language) {
        return List.of(
                new Entry("index.html", language.say("요약", "Summary")),
                new Entry(WEATHER, language.say("지역 기온", "Temperature")),
                new Entry("sky.html", language.say("하늘 상태", "Sky")),
                new Entry("cases.html", language.say("데이터 활용 사례", "Use cases")),
                new Entry("download.html", language.say("데이터 내려받기", "Download")),
                new Entry("quality.html", language.say("품질", "Quality")),
                new Entry("method.html", language.say("방법", "Method")));
    }

    public String say(String korean, String english) {
        return language.say(korean, english);
    }

    /** The way from this page up to the folder of its language: empty or {@code ../}. */
    public String home() {
        return isBeside() ? base + folder(language) : "../".repeat(depth());
    }

    /** The way from this page up to the edition's folder, where the assets and files are. */
    public String root() {
        return isBeside() ? base : "../".repeat(depth() + (language == Language.KO ? 0 : 1));
    }

    /** The same page in the other language. */
    public String translated() {
        return isBeside() ? changes(language.other()) : root() + folder(language.other()) + path;
    }

    /** The way to the page that says what changed. */
    public String changes() {
        return (isBeside() ? "" : root() + "../") + changes(language);
    }

    private boolean isBeside() {
        return !base.isEmpty();
    }

    /** Where an edition keeps the pages of a language. */
    public static String folder(Language language) {
        return language == Language.KO ? "" : language.tag() + "/";
    }

    public String siteTitle() {
        return say(settings.title(), settings.titleEnglish());
    }

    /** The short name of the region that the site opens on. */
    public String homeName() {
        return placeName(settings.home());
    }

    public String placeName(String code) {
        return Places.bundled().of(code).shortIn(language);
    }

    public String publisher() {
        return say(settings.publisher(), settings.publisherEnglish());
    }

    public String licence() {
        return say(settings.licence(), settings.licenceEnglish());
    }

    private int depth() {
        return (int) path.chars().filter(c -> c == '/').count();
    }
}
