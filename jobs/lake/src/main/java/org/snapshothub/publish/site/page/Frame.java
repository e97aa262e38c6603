package org.snapshothub.publish.site.page;

import java.util.List;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Places;
import org.snapshothub.publish.site.SiteSettings;

/**
 * What surrounds every page.
 *
 * @param path the page's own path below its language, e.g. {@code day/2026-01-18.html}
 * @param section the entry of the menu it belongs to, as its path
 */
public record Frame(
        Language language, SiteSettings settings, String path, String section, String title, List<Entry> menu) {

    /** A line of the menu. */
    public record Entry(String path, String label) {}

    public String say(String korean, String english) {
        return language.say(korean, english);
    }

    /** The way from this page up to the folder of its language: empty or {@code ../}. */
    public String home() {
        return "../".repeat(depth());
    }

    /** The way from this page up to the edition's folder, where the assets and files are. */
    public String root() {
        return "../".repeat(depth() + (language == Language.KO ? 0 : 1));
    }

    /** The same page in the other language. */
    public String translated() {
        return language == Language.KO ? root() + "en/" + path : root() + path;
    }

    public String siteTitle() {
        return say(settings.title(), settings.titleEnglish());
    }

    /** The short name of the region that the site opens on. */
    public String homeName() {
        return Places.bundled().of(settings.home()).shortIn(language);
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
