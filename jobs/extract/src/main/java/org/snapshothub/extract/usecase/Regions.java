package org.snapshothub.extract.usecase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.snapshothub.extract.usecase.Organisations.Place;
import org.snapshothub.extract.usecase.Organisations.ShortForm;

/** Where a case is applied: the places its sentence names, else where the body that did it works. */
final class Regions {

    private static final Organisations KNOWN = Organisations.bundled();

    /** What stands at a place and bears its name: 인천기지, 부산항. */
    private static final List<String> SITES =
            List.of("지역", "기지", "목장", "항", "공항", "역", "공장", "댐", "터미널", "산단", "시장", "신항", "세관", "지점", "시내", "일대", "권");

    /** Null codes where the text does not say. */
    record Region(String code, String sigungu) {

        static final Region UNKNOWN = new Region(null, null);
    }

    private Regions() {}

    static Region of(Candidate candidate, Actors.Actor actor) {
        Organisation body = actor.organisation();
        if (body != null && body.regionCode() != null) {
            return new Region(body.regionCode(), body.sigungu());
        }
        if (candidate.actor() != null && body != null) {
            // Other names of its list may lie elsewhere; its own words say where it is.
            return one(placesOf(candidate.sentence(), candidate.begin(), candidate.end()));
        }
        if (actor.printed() == null && Telling.isOnlyTold(candidate.sentence())) {
            return Region.UNKNOWN;
        }
        if (body != null && actor.printed().indexOf(' ') > 0) {
            Region branch = ofName(actor.printed().substring(actor.printed().lastIndexOf(' ') + 1));
            if (branch.code() != null) {
                return branch;
            }
        }
        Region said = one(
                placesOf(candidate.sentence(), 0, candidate.sentence().text().length()));
        return said.code() == null && body == null && actor.printed() != null ? ofName(actor.printed()) : said;
    }

    /** 전북대병원, 대구시설공단, 고용노동부 전주지청: a body the reference does not know may bear its place in its name. */
    private static Region ofName(String name) {
        for (int cut = 4; cut >= 2; cut--) {
            String head = name.substring(0, Math.min(cut, name.length()));
            if (KNOWN.provinceOf(head) != null) {
                return new Region(KNOWN.provinceOf(head), null);
            }
            List<Place> brief = KNOWN.placesShort(head);
            if (brief.size() == 1 && name.length() > cut + 1) {
                return new Region(brief.get(0).regionCode(), brief.get(0).sigungu());
            }
        }
        return Region.UNKNOWN;
    }

    private static Region one(List<Place> places) {
        Set<String> codes = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (Place place : places) {
            codes.add(place.regionCode());
            if (place.sigungu() != null) {
                names.add(place.sigungu());
            }
        }
        if (codes.size() != 1) {
            return Region.UNKNOWN;
        }
        return new Region(
                codes.iterator().next(), names.size() == 1 ? names.iterator().next() : null);
    }

    /** The places named between two offsets of the sentence. */
    private static List<Place> placesOf(Sentence sentence, int begin, int end) {
        List<Word> words = sentence.words();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean inside = word.begin() >= begin && word.end() <= end;
            if (!inside || !word.isNoun() || isSeat(words, i)) {
                continue;
            }
            for (String part : word.text().split("·")) {
                place(part, words, i, places, isListed(word, words, i));
            }
        }
        return places;
    }

    private static boolean isListed(Word word, List<Word> words, int i) {
        return word.text().contains("·") || i > 0 && isRegion(words.get(i - 1)) || i > 1 && isRegion(words.get(i - 2));
    }

    private static boolean isRegion(Word word) {
        return word.isNoun() && KNOWN.provinceOf(word.text()) != null;
    }

    private static void place(String text, List<Word> words, int i, List<Place> places, boolean listed) {
        String region = KNOWN.provinceOf(text);
        if (region != null) {
            if (i + 1 < words.size()
                    && words.get(i).isBare()
                    && KNOWN.placeIn(region, words.get(i + 1).text()).isPresent()) {
                return;
            }
            places.add(new Place(region, null, ShortForm.ALONE));
            return;
        }
        if (i > 0 && isRegion(words.get(i - 1))) {
            String in = KNOWN.provinceOf(words.get(i - 1).text());
            if (KNOWN.placeIn(in, text).isPresent()) {
                places.add(KNOWN.placeIn(in, text).get());
                return;
            }
        }
        if (KNOWN.placesNamed(text).size() == 1) {
            places.add(KNOWN.placesNamed(text).get(0));
            return;
        }
        List<Place> brief = KNOWN.placesShort(text);
        if (brief.size() == 1 && (brief.get(0).shortForm() == ShortForm.ALONE || listed)) {
            places.add(brief.get(0));
            return;
        }
        for (int cut = 2; cut <= Math.min(4, text.length() - 2); cut++) {
            String head = text.substring(0, cut);
            String tail = text.substring(cut);
            if (SITES.stream().anyMatch(tail::equals) || tail.endsWith("본부") || tail.endsWith("지사")) {
                String province = KNOWN.provinceOf(head);
                List<Place> alone = KNOWN.placesShort(head);
                if (province != null) {
                    places.add(new Place(province, null, ShortForm.ALONE));
                } else if (alone.size() == 1 && alone.get(0).shortForm() == ShortForm.ALONE) {
                    places.add(alone.get(0));
                }
                return;
            }
        }
    }

    /** 나주에 본사를 둔: where a body sits is not where it works. */
    private static boolean isSeat(List<Word> words, int i) {
        for (int k = i; k < Math.min(words.size(), i + 4); k++) {
            String text = words.get(k).text();
            if (text.startsWith("본사") || text.startsWith("소재") || text.startsWith("위치하") || text.equals("본원")) {
                return true;
            }
        }
        return false;
    }
}
