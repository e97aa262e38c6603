package org.snapshothub.publish.site;

/** A language of the site. Both wordings stand side by side where they are used, so that neither falls behind. */
public enum Language {
    KO("ko", "한국어"),
    EN("en", "English");

    private final String tag;
    private final String endonym;

    Language(String tag, String endonym) {
        this.tag = tag;
        this.endonym = endonym;
    }

    public String say(String korean, String english) {
        return this == KO ? korean : english;
    }

    public Language other() {
        return this == KO ? EN : KO;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    public String endonym() {
        return endonym;
    }
}
