package org.snapshothub.silver;

import java.time.LocalDate;
import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per distinct data-usage case in an article. */
public record UseCase(
        @Doc("SHA-256 hex of article, title and offsets") String useCaseId,

        @Doc("Equal for the same case in different articles")
        String caseKey,

        @Doc("The article that tells it") String articleId,
        @Doc("Nominal phrase as printed") String title,
        @Doc("One of the 16 themes of data.go.kr") String topic,

        @Doc(value = "Organisation as printed; null when the text names none", nullable = true)
        String organisation,

        @Doc(value = "Key in data/reference/organisations; null when not identified", nullable = true)
        String organisationId,

        @Doc(value = "Where it is applied, ISO 3166-2:KR; null when not said", nullable = true)
        String regionCode,

        @Doc(value = "Where it is applied, official 시·군·구; null when not said", nullable = true)
        String sigungu,

        @Doc("done, planned or mentioned") String status,
        @Doc("The sentence, exactly as in the body") String evidence,

        @Doc("0-based code point of the body where evidence begins")
        int evidenceBegin,

        @Doc("0-based code point of the body where evidence ends, exclusive")
        int evidenceEnd,

        @Doc("Name of the rule that found it") String rule,

        @Doc(value = "Confidence of that rule", unit = "0–1")
        double confidence,

        @Doc("Version of the extractor that found it") String extractorVersion,

        @Doc("Sequence number of the commit by which the case_key was first taken")
        long takenSeq,

        @Doc(value = "KST day of the article's chosen copy; null without it; the partition", nullable = true)
        LocalDate capturedOn) {

    public static final Table<UseCase> TABLE = Table.of(
                    "silver.use_cases", UseCase.class, "One row per distinct data-usage case in an article.")
            .key("use_case_id")
            .slicedBy("captured_on");
}
