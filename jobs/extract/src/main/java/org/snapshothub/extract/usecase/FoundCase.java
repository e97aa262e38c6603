package org.snapshothub.extract.usecase;

/**
 * One data-usage case in one text.
 *
 * @param title nominal phrase as printed: a substring of {@code evidence} or of the list its line heads
 * @param topic one of the sixteen themes of data.go.kr
 * @param organisation who did it, as printed; null when the text names none
 * @param organisationId key in data/reference; null when not identified
 * @param regionCode ISO 3166-2:KR of where it is applied; null when not said
 * @param sigungu official name of the 시·군·구 where it is applied; null when not said
 * @param status done, planned, or only mentioned
 * @param evidence the sentence, exactly as in the body (NFC)
 * @param evidenceBegin 0-based code point offset of the evidence in the body
 * @param evidenceEnd code point offset after the evidence
 * @param rule the rule that found it
 * @param confidence 0 to 1
 */
public record FoundCase(
        String title,
        String topic,
        String organisation,
        String organisationId,
        String regionCode,
        String sigungu,
        Status status,
        String evidence,
        int evidenceBegin,
        int evidenceEnd,
        String rule,
        double confidence) {}
