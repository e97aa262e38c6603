package org.snapshothub.publish.site;

/**
 * What the configuration says about the site.
 *
 * @param home region the site opens on, ISO 3166-2:KR
 * @param contact mail or web address for questions; null when there is none
 * @param licenceUrl null when there is none
 * @param programVersion version of this program, shown and part of the edition's digest
 */
public record SiteSettings(
        String title,
        String titleEnglish,
        String publisher,
        String publisherEnglish,
        String contact,
        String licence,
        String licenceEnglish,
        String licenceUrl,
        String home,
        String programVersion) {

    /** 전북's hub, under 공공누리 type 1 (attribution). */
    public static SiteSettings defaults(String programVersion) {
        return new SiteSettings(
                "스냅샷 허브",
                "Snapshot Hub",
                "전북 빅데이터허브",
                "Jeonbuk Big Data Hub",
                null,
                "공공누리 제1유형 (출처표시)",
                "KOGL Type 1 (attribution)",
                "https://www.kogl.or.kr/info/license.do",
                "KR-45",
                programVersion);
    }

    public SiteSettings withHome(String region) {
        return new SiteSettings(
                title,
                titleEnglish,
                publisher,
                publisherEnglish,
                contact,
                licence,
                licenceEnglish,
                licenceUrl,
                region,
                programVersion);
    }
}
