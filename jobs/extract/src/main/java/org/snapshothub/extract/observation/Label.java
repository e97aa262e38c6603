package org.snapshothub.extract.observation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a word beside a number says of it: that it is the temperature of now, or that it is anything else. */
enum Label {
    /** The number is an observation: 현재. */
    NOW("현재", "지금", "실시간", "실황", "관측", "오늘"),
    /** Right before a number it is that of now as well: 기온 4.2℃ 체감 1.0℃. */
    TEMPERATURE("기온", "온도"),
    /** Furniture: 날씨, 습도, or the number of another quantity with its own unit, as 45%. */
    NEUTRAL(
            "날씨", "하늘", "상태", "하늘상태", "하늘상황", "일기", "지역", "지역별", "지점", "도시", "도시별", "시도별", "주요", "주요도시", "전국", "아이콘",
            "이미지", "기상", "정보", "기상청", "제공", "발표", "기준", "단위", "습도", "풍속", "풍향", "바람", "기압", "강수량", "강수", "강수확률", "적설",
            "운량", "시정", "미세먼지", "초미세먼지", "자외선", "대기질", "좋음", "보통", "나쁨", "매우나쁨", "높음", "낮음", "높아요", "낮아요", "높고", "낮고",
            "상승", "하강", "s", "h", "\u33A5"),
    /** The number is of another day: 내일. */
    OTHER_DAY("내일", "모레", "글피", "주간", "어제", "그제", "전일", "작년", "전년", "지난해", "이번주", "다음주", "명일", "익일"),
    /** The number is another quantity in degrees: 최저, 체감. */
    OTHER_VALUE(
            "최저", "최고", "평균", "평년", "체감", "수온", "해수욕장", "바다", "해수", "이슬점", "노점", "지면", "지중", "어제보다", "어제대비", "전일대비",
            "전일보다", "평년값", "평년대비", "평년보다", "일교차", "기록", "극값"),
    /** The number is foretold, unless all the list is in tenths: 예보 also names a site's weather section. */
    FORECAST("예보", "전망", "예상", "예정"),
    /** A half of the day; a number right behind it is foretold, an hour is not. */
    HALF_DAY("오전", "오후", "아침", "낮", "저녁", "밤");

    static final int LONGEST = 8;

    private static final Map<String, Label> BY_WORD = new HashMap<>();

    /** The letters that labels begin and end with: most words are none by these alone. */
    private static final BitSet FIRST = new BitSet();

    private static final BitSet LAST = new BitSet();
    private static final String PARTICLES = "은는의이";

    private final String[] words;

    static {
        for (Label label : values()) {
            for (String word : label.words) {
                BY_WORD.put(word, label);
                FIRST.set(word.charAt(0));
                LAST.set(word.charAt(word.length() - 1));
            }
        }
    }

    Label(String... words) {
        this.words = words;
    }

    /** The label that a word is, alone or made of two or three: 내일날씨, 최고기온은, 낮최고기온. */
    static Optional<Label> of(String word) {
        int length = word.length();
        if (length == 0) {
            return Optional.empty();
        }
        char first = word.charAt(0);
        boolean mayBeOne = length <= LONGEST && FIRST.get(first) && mayEnd(word);
        Label label = mayBeOne ? compound(word, 2) : null;
        if (label == null && mayBeOne && length > 2 && PARTICLES.indexOf(word.charAt(length - 1)) >= 0) {
            label = compound(word.substring(0, length - 1), 2);
        }
        return label == null && (isMeasure(word) || isWind(word)) ? Optional.of(NEUTRAL) : Optional.ofNullable(label);
    }

    /** Whether a word may end with a label. */
    static boolean mayEnd(String word) {
        char last = word.charAt(word.length() - 1);
        return LAST.get(last) || PARTICLES.indexOf(last) >= 0;
    }

    private static Label compound(String word, int cuts) {
        Label whole = BY_WORD.get(word);
        if (whole != null || cuts == 0) {
            return whole;
        }
        for (int i = 1; i < word.length(); i++) {
            Label first = BY_WORD.get(word.substring(0, i));
            Label rest = first == null ? null : compound(word.substring(i), cuts - 1);
            if (rest != null) {
                return first.stronger(rest);
            }
        }
        return null;
    }

    /** Of two words in one, what the number is: 현재기온 is of now, 내일날씨 of tomorrow, 오후예보 foretold. */
    private Label stronger(Label other) {
        if (isOther() || other.isOther()) {
            return isOther() ? this : other;
        }
        if (this == HALF_DAY || other == HALF_DAY) {
            return this == FORECAST || other == FORECAST ? OTHER_DAY : HALF_DAY;
        }
        if (this == FORECAST || other == FORECAST) {
            return FORECAST;
        }
        return this == NOW || (this == TEMPERATURE && other != NOW) ? this : other;
    }

    /** Whether it tells, as a heading, of what time the numbers below are. */
    boolean saysATime() {
        return isOther() || this == NOW || this == FORECAST;
    }

    /** Whether a number so labelled is certainly no temperature of now. */
    boolean isOther() {
        return this == OTHER_DAY || this == OTHER_VALUE;
    }

    /** 북서풍 and its like. */
    private static boolean isWind(String word) {
        int last = word.length() - 1;
        return last > 0
                && last <= 3
                && word.charAt(last) == '풍'
                && word.substring(0, last).chars().allMatch(c -> "동서남북".indexOf(c) >= 0);
    }

    /** Digits with the unit of another quantity: 45%, 2.1m, 0.0mm, 35㎍. */
    private static boolean isMeasure(String word) {
        int digits = 0;
        while (digits < word.length()
                && (Character.isDigit(word.charAt(digits))
                        || word.charAt(digits) == '.'
                        || word.charAt(digits) == ',')) {
            digits++;
        }
        if (digits == 0 || digits == word.length()) {
            return false;
        }
        return switch (word.substring(digits)) {
            case "%", "m", "mm", "cm", "km", "hPa", "ug", "\u33A1", "\u339C", "\u339D", "\u33A7", "\u338D" -> true;
            default -> false;
        };
    }
}
