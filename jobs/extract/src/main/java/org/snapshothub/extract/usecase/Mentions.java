package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the bodies named in a sentence. */
final class Mentions {

    private static final Organisations KNOWN = Organisations.bundled();
    private static final Set<String> DIVISION = Set.of("과는", "과가", "과에서", "과에서는");
    private static final Set<String> OWN = Set.of("교육청", "소방본부", "경찰청", "보건소", "농업기술원");
    private static final Set<String> BARE = Set.of("시", "군", "구", "도");

    /** Endings of bodies that no list holds. */
    private static final List<String> KINDS = List.of(
            "공사", "공단", "재단", "진흥원", "연구원", "연구소", "교육청", "교육지원청", "소방서", "경찰서", "대학교", "병원", "의료원", "위원회", "조합", "협회",
            "은행", "대학", "상공회의소", "본부", "관리소", "사업소", "기술원", "시청", "군청", "구청", "도청", "지방청", "보건소", "소방본부", "관리청", "우체국",
            "세무서", "법원", "검찰청", "박물관", "미술관", "과학관", "수목원", "지검", "지법", "보건진료소", "도서관", "개발원", "정보원", "평가원", "연합회",
            "중앙회", "농협", "수협", "축협", "산림조합", "상공회", "텔레콤", "모빌리티", "관광공사", "개발공사", "교통공사", "도시공사", "환경청", "산림청", "기상청",
            "기상지청", "노동청", "지청", "해양경찰서", "국토관리청", "관리공단", "복지관", "과학원", "관리원", "안전원", "인증원", "생태원", "문화원", "검역본부",
            "공사", "자치단", "센터", "사업단", "관리단", "경비단", "전자", "카드", "그룹", "세관", "항공청", "경찰청", "소방청", "병무청", "국세청", "교도소",
            "구치소", "출장소", "홍수통제소", "보훈지청", "검찰청", "집중국", "우정청", "조달청", "사회서비스원", "관광재단", "문화재단", "교육원", "체육회", "인력개발원",
            "정책원", "통신", "마트", "백화점", "항공", "건설", "보험", "생명", "증권", "제약", "택배", "물류", "홀딩스", "자동차", "중공업", "에너지", "거래소",
            "공항공사", "항만공사", "의회", "경찰", "사령부", "유플러스");

    private static final List<String> BRANCHES =
            List.of("지역본부", "지사", "지부", "지점", "지원", "지청", "본부", "사업본부", "지역사무소", "지방청", "지회", "관리처", "사업소", "연구소");

    /** Who acts for a body: 용인시 징수과는, 완주군 공무원은. */
    private static final List<String> STAFF = List.of(
            "과", "팀", "국", "실", "부서", "소", "단", "센터", "담당관", "직원", "공무원", "관계자", "직원들", "공무원들", "연구진", "본부", "사업소",
            "주무관", "팀장", "과장", "국장", "소장", "원장", "사무관", "연구사", "연구관", "이사장", "사장", "본부장", "센터장", "위원장", "청장", "시장",
            "군수", "대표", "실장", "부장", "차장", "처장", "지사장", "위원", "의원", "교수", "연구원장", "간호사", "상황실", "장관", "총장", "기획실", "이장",
            "계장", "반장");

    static boolean isStaff(String text) {
        return STAFF.stream().anyMatch(text::endsWith);
    }

    /** The role of a body that heads a headline: “남원시, 산불감시원 배치 바꿨다”. */
    static final String HEADLINE = ",";

    /** [외상] 전남소방본부, …: marks may stand before it. */
    private static final int FARTHEST_HEAD = 4;

    private Mentions() {}

    static List<Mention> in(List<Word> words, String text) {
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int to = bodyAt(words, i);
            if (to > i) {
                found.add(mention(text, words, i, to));
                i = to - 1;
            }
        }
        return found;
    }

    private static Mention mention(String text, List<Word> words, int from, int to) {
        Word last = words.get(to - 1);
        String printed = text.substring(words.get(from).begin(), last.stemEnd());
        boolean anaphoric = to == from + 1 && BARE.contains(last.text());
        Organisation known = anaphoric ? null : KNOWN.identify(printed).orElse(null);
        return new Mention(words.get(from).begin(), last.stemEnd(), printed, known, role(words, to - 1), anaphoric);
    }

    /** The particle at the end of the noun phrase: 용인시 징수과는 is 는. */
    private static String role(List<Word> words, int last) {
        int i = last;
        while (i + 1 < words.size()
                && (words.get(i).isOpen() || isMasked(words.get(i)))
                && (words.get(i + 1).isNoun() || isMasked(words.get(i + 1)))
                && i - last < 5) {
            i++;
        }
        Word head = words.get(i);
        if (!head.isNoun()) {
            return head.form() == Word.Form.QUANTITY && i == last ? head.particle() : "";
        }
        if (head.comma() && head.hasParticle("과") && words.get(0).begin() == 0 && i <= 3) {
            // 전북경찰청 교통과, …: a division heads a headline.
            return HEADLINE;
        }
        if (head.isBare() && !afterBrackets(words, i).isEmpty()) {
            return afterBrackets(words, i);
        }
        if (labels(words, i)) {
            return HEADLINE;
        }
        if (i == last) {
            return head.comma() && head.particle().isEmpty() && words.get(0).begin() == 0 && last <= FARTHEST_HEAD
                    ? HEADLINE
                    : head.particle();
        }
        if (DIVISION.contains(head.particle())) {
            // 자원순환과는: the division's 과 looks like a particle.
            return head.particle().substring(1);
        }
        return STAFF.stream().anyMatch(head.text()::endsWith) && !head.hasParticle("와", "과") ? head.particle() : "";
    }

    /** ◇보은군=…, ○ 전북신용보증재단: …, ○원주시 징수과장 : …: who does or says what the line tells. */
    private static boolean labels(List<Word> words, int i) {
        boolean first = words.stream().limit(Math.max(0, i - 3)).allMatch(w -> w.form() == Word.Form.MARK);
        return first
                && words.get(i).isBare()
                && i + 1 < words.size()
                && words.get(i + 1).form() == Word.Form.MARK
                && "=:]".indexOf(words.get(i + 1).text().charAt(0)) >= 0;
    }

    /** 김○○ 주무관. */
    private static boolean isMasked(Word word) {
        return word.form() == Word.Form.MARK && word.text().startsWith("○○");
    }

    /** 한국농수산식품유통공사(aT)는: the particle stands after the brackets; "" when none does. */
    static String afterBrackets(List<Word> words, int i) {
        if (i + 3 >= words.size()
                || words.get(i + 1).form() != Word.Form.MARK
                || !words.get(i + 1).text().startsWith("(")) {
            return "";
        }
        for (int k = i + 2; k < Math.min(words.size() - 1, i + 8); k++) {
            if (words.get(k).form() == Word.Form.MARK && words.get(k).text().startsWith(")")) {
                Word particle = words.get(k + 1);
                boolean joined = particle.begin() == words.get(k).end() && particle.end() - particle.begin() <= 3;
                return joined ? particle.text() + particle.particle() : "";
            }
        }
        return "";
    }

    /** The word after the name of a body that begins at {@code i}; {@code i} when none does. */
    private static int bodyAt(List<Word> words, int i) {
        Word word = words.get(i);
        boolean anaphor = BARE.contains(word.text()) && word.particle().isEmpty();
        boolean named = word.form() == Word.Form.COPULA && KNOWN.isLocalName(word.text());
        if (!word.isNoun() && !anaphor && !named) {
            return i;
        }
        boolean more = (word.isBare() || anaphor)
                && !word.comma()
                && i + 1 < words.size()
                && (words.get(i + 1).isNoun() || words.get(i + 1).form() == Word.Form.COPULA);
        String text = word.text();
        String region = KNOWN.provinceOf(text);
        if (region != null
                && more
                && isFullPlaceOrOffice(region, text, words.get(i + 1).text())) {
            return i + 2;
        }
        if (more
                && isBranch(words.get(i + 1).text())
                && (isBody(text) || KNOWN.identify(text).isPresent())) {
            return i + 2;
        }
        if (isUnit(words, i) || more && isOwnOffice(words, i)) {
            return i + 2;
        }
        if (isGovernment(text) || isBody(text)) {
            return i + 1;
        }
        if (more
                && text.length() > 1
                && isPlaceName(text)
                && isBody(words.get(i + 1).text())) {
            return i + 2;
        }
        boolean bare = BARE.contains(text) && (word.isTopic() && !word.hasParticle("도", "이나") || word.hasParticle("의"));
        return bare ? i + 1 : i;
    }

    /** 세종시 어린이급식관리지원센터: a government and an office that no list holds. */
    private static boolean isOwnOffice(List<Word> words, int i) {
        String next = words.get(i + 1).text();
        String text = words.get(i).text();
        return (!KNOWN.placesNamed(text).isEmpty() || KNOWN.provinceOf(text) != null && isGovernment(text))
                && words.get(i + 1).isNoun()
                && isBody(next)
                && KNOWN.identify(next).isEmpty()
                && KNOWN.placesNamed(next).isEmpty();
    }

    /** 육군 35사단. */
    private static boolean isUnit(List<Word> words, int i) {
        if (i + 1 >= words.size() || words.get(i + 1).form() != Word.Form.QUANTITY) {
            return false;
        }
        String unit = words.get(i + 1).text();
        return KNOWN.identify(words.get(i).text()).isPresent()
                && (unit.endsWith("사단") || unit.endsWith("여단") || unit.endsWith("함대") || unit.endsWith("비행단"));
    }

    private static boolean isFullPlaceOrOffice(String region, String province, String next) {
        String hall = next.endsWith("청") ? next.substring(0, next.length() - 1) : next;
        boolean full = !KNOWN.placesNamed(hall).isEmpty();
        boolean office = !full && KNOWN.isOfficeIn(region, next);
        return office
                || full && KNOWN.placeIn(region, hall).isPresent()
                || KNOWN.identify(province + next).isPresent() && !next.isEmpty() && !full;
    }

    private static boolean isPlaceName(String text) {
        return KNOWN.provinceOf(text) != null || !KNOWN.placesShort(text).isEmpty() || isGovernment(text);
    }

    private static boolean isGovernment(String text) {
        if (KNOWN.provinceOf(text) != null) {
            // 서울 or 전북 by themselves are places; with 시 or 도 they are the body.
            char end = text.charAt(text.length() - 1);
            return end == '시' || end == '도' && text.length() > 2;
        }
        return KNOWN.isLocalName(text) || KNOWN.identify(text).isPresent();
    }

    private static boolean isBody(String text) {
        if (text.length() < 4 || Cues.bundled().ends(Cues.Kind.DATA, text)) {
            // 신용카드 is data, no company.
            return false;
        }
        Optional<String> kind = KINDS.stream().filter(text::endsWith).findFirst();
        boolean own = BARE.contains(text.substring(0, 1)) && OWN.contains(text.substring(1));
        return own || kind.isPresent() && text.length() > kind.get().length() + 1;
    }

    private static boolean isBranch(String text) {
        return text.length() > 2 && BRANCHES.stream().anyMatch(b -> text.endsWith(b) && text.length() > b.length() + 1);
    }
}
