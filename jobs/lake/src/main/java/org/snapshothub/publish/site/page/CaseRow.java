package org.snapshothub.publish.site.page;

import java.util.List;
import org.snapshothub.publish.site.CaseShown;
import org.snapshothub.publish.site.Facts;
import org.snapshothub.publish.site.ForeignText;
import org.snapshothub.publish.site.Glossary;
import org.snapshothub.publish.site.Language;

/** A case as a list shows it; what came from a page is one safe line. Empty is empty. */
public record CaseRow(
        String id,
        String title,
        String topic,
        String organisation,
        String region,
        String status,
        String statusCss,
        String evidence,
        String article,
        String outlets,
        String date,
        boolean isDateInexact,
        String confidence,
        List<Link> links) {

    /** More of a title than this pushes everything else off the screen. */
    private static final int TITLE = 160;

    static final int ORGANISATION = 60;

    /** A source; {@code isSafe} says whether it may be a link. */
    public record Link(String url, boolean isSafe) {}

    /** Every case, newest article first. */
    public static List<CaseRow> all(Facts facts, Language language) {
        return CaseCounts.newestFirst(facts).map(c -> of(c, facts, language)).toList();
    }

    static CaseRow of(CaseShown shown, Facts facts, Language language) {
        String region = shown.regionCode() == null
                ? ""
                : facts.place(shown.regionCode()).shortIn(language);
        return new CaseRow(
                shown.useCaseId(),
                ForeignText.line(shown.title(), TITLE),
                Glossary.bundled().topic(shown.topic(), language),
                orEmpty(ForeignText.line(shown.organisation(), ORGANISATION)),
                shown.sigungu() == null ? region : region + " " + shown.sigungu(),
                status(shown.status(), language),
                "status-" + shown.status(),
                ForeignText.line(shown.evidence()),
                orEmpty(ForeignText.line(shown.articleTitle(), TITLE)),
                String.join(
                        ", ", shown.outlets().stream().map(ForeignText::line).toList()),
                date(shown),
                !shown.publishedPrecision().equals("day"),
                percent(shown.confidence()),
                shown.urls().stream()
                        .map(url -> new Link(ForeignText.line(url), ForeignText.isWebAddress(url)))
                        .toList());
    }

    static String status(String status, Language language) {
        return switch (status) {
            case "done" -> language.say("시행", "done");
            case "planned" -> language.say("계획", "planned");
            case "mentioned" -> language.say("언급", "mentioned");
            default -> status;
        };
    }

    /** Rounded, but for what would become a certainty that no rule has. */
    private static String percent(double confidence) {
        return (confidence < 1 ? Math.min(99, Math.round(confidence * 100)) : 100) + "%";
    }

    private static String date(CaseShown shown) {
        if (shown.publishedOn() != null) {
            return shown.publishedOn().toString();
        }
        return orEmpty(shown.publishedMonth());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
