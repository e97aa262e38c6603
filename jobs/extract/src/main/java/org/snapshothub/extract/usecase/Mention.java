package org.snapshothub.extract.usecase;

/**
 * A body named in a sentence.
 *
 * @param begin offset in the sentence
 * @param end offset after the name
 * @param printed the name as printed
 * @param organisation whom it means; null when unknown or only 시·군·도
 * @param role the particle of the noun phrase it stands in: what the body does in the sentence
 * @param anaphoric whether it is a bare 시, 군, 구 or 도
 */
record Mention(int begin, int end, String printed, Organisation organisation, String role, boolean anaphoric) {

    boolean isSubject() {
        return switch (role) {
            case "은", "는", "이", "가", "도", "에서는", "에서", "에서도", "께서", "측은", "와", "과", Mentions.HEADLINE -> true;
            default -> false;
        };
    }

    /** What the sentence is about: 은, 는. */
    boolean isTopic() {
        return role.equals("은") || role.equals("는");
    }

    boolean isOwner() {
        return role.equals("의");
    }
}
