package org.snapshothub.extract.usecase;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.Dictionary.Morpheme;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.snapshothub.extract.record.ReferenceFile;

/**
 * Korean sentences as words: Lucene's nori tells the morphemes, and they are put together again between the spaces.
 *
 * <p>A tokenizer is not thread-safe; each thread has its own over the one shared dictionary.
 */
final class Words {

    /** The place of ㄹ among the closing consonants of Hangul syllables. */
    private static final int RIEUL = 8;

    private static final int NIEUN = 4;

    private static final UserDictionary NOUNS = nouns();
    private static final ThreadLocal<Words> MINE = ThreadLocal.withInitial(Words::new);

    private final KoreanTokenizer tokenizer = new KoreanTokenizer(
            TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, NOUNS, KoreanTokenizer.DecompoundMode.NONE, false, false);
    private final PartOfSpeechAttribute speech = tokenizer.addAttribute(PartOfSpeechAttribute.class);
    private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);

    private record Piece(int begin, int end, POS.Tag first, POS.Tag last, String lemma, String ending) {}

    /** The words of a sentence, in order; {@code plain} is its plain form. */
    static List<Word> of(String plain) {
        return MINE.get().read(plain);
    }

    private List<Word> read(String plain) {
        List<Word> words = new ArrayList<>();
        List<Piece> run = new ArrayList<>();
        try {
            tokenizer.setReader(new StringReader(plain));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                take(plain, piece(plain), run, words);
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        } finally {
            close();
        }
        flush(plain, run, words, false);
        return words;
    }

    private void close() {
        try {
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be closed", e);
        }
    }

    private Piece piece(String plain) {
        int begin = offset.startOffset();
        int end = offset.endOffset();
        while (end > begin + 1 && Character.isWhitespace(plain.charAt(end - 1))) {
            // A sign takes the space after it into its piece.
            end--;
        }
        String text = plain.substring(begin, end);
        Morpheme[] morphemes = speech.getMorphemes();
        POS.Tag first = speech.getLeftPOS();
        if (morphemes == null || morphemes.length == 0 || first == POS.Tag.NNG || first == POS.Tag.NNP) {
            boolean ending = first == POS.Tag.E || first == POS.Tag.J;
            return new Piece(begin, end, first, first, ending ? "" : text, ending ? text : "");
        }
        StringBuilder lemma = new StringBuilder();
        StringBuilder ending = new StringBuilder();
        for (Morpheme m : morphemes) {
            (m.posTag == POS.Tag.E || m.posTag == POS.Tag.J ? ending : lemma).append(m.surfaceForm);
        }
        return new Piece(
                begin, end, first, morphemes[morphemes.length - 1].posTag, lemma.toString(), ending.toString());
    }

    private static void take(String plain, Piece piece, List<Piece> run, List<Word> words) {
        switch (piece.first()) {
            case SP -> flush(plain, run, words, false);
            case SF, SE, SSO, SSC, SC, SY -> {
                String mark = plain.substring(piece.begin(), piece.end()).strip();
                boolean joins = (mark.equals("·")
                                || mark.equals(".")
                                || mark.equals("/")
                                || mark.equals("%")
                                || mark.equals("~")
                                || mark.equals("-")
                                || mark.equals("℃")
                                || mark.equals("&")
                                || mark.equals(",") && Spelling.isInANumber(plain, piece.begin(), piece.end()))
                        && !run.isEmpty()
                        && run.get(run.size() - 1).end() == piece.begin()
                        && (mark.equals("%")
                                || mark.equals("℃")
                                || piece.end() < plain.length()
                                        && Character.isLetterOrDigit(plain.charAt(piece.end())));
                if (joins) {
                    run.add(piece);
                    if (piece.end() < plain.length() && Character.isWhitespace(plain.charAt(piece.end()))) {
                        flush(plain, run, words, false);
                    }
                    return;
                }
                boolean comma = mark.startsWith(",") || mark.equals("、");
                flush(plain, run, words, comma);
                if (!comma) {
                    words.add(new Word(piece.begin(), piece.end(), piece.end(), Word.Form.MARK, mark, "", false));
                }
            }
            default -> run.add(piece);
        }
    }

    private static void flush(String plain, List<Piece> run, List<Word> words, boolean comma) {
        if (!run.isEmpty()) {
            words.add(word(plain, run, comma));
            run.clear();
        } else if (comma && !words.isEmpty()) {
            Word last = words.remove(words.size() - 1);
            words.add(new Word(
                    last.begin(), last.stemEnd(), last.end(), last.form(), last.text(), last.particle(), true));
        }
    }

    private static Word word(String plain, List<Piece> run, boolean comma) {
        int begin = run.get(0).begin();
        int end = run.get(run.size() - 1).end();
        int particles = run.size();
        while (particles > 1 && run.get(particles - 1).first() == POS.Tag.J) {
            particles--;
        }
        int stemEnd = particles == run.size() ? end : run.get(particles).begin();
        boolean province = particles < run.size()
                && plain.charAt(stemEnd) == '도'
                && Organisations.bundled().provinceOf(plain.substring(begin, stemEnd + 1)) != null;
        boolean station =
                particles < run.size() && stemEnd - begin >= 4 && plain.charAt(stemEnd) == '서' && end - stemEnd > 1;
        if (province
                || station
                || particles < run.size()
                        && !Spelling.agrees(plain.charAt(stemEnd - 1), plain.substring(stemEnd, end))) {
            // 통학로, 징수과, 경찰서 and 경남도 only look as if they ended with a particle.
            stemEnd++;
            String noun = plain.substring(begin, stemEnd);
            return new Word(begin, stemEnd, end, Word.Form.NOUN, noun, plain.substring(stemEnd, end), comma);
        }
        if (Spelling.isYearsWorth(plain, begin, end)) {
            return new Word(begin, begin + 1, end, Word.Form.NOUN, "치", "로", comma);
        }
        if (Spelling.isProvince(plain, begin, end)) {
            return new Word(begin, begin + 1, end, Word.Form.NOUN, "도", "는", comma);
        }
        if (Spelling.isOwnBody(plain, begin, end)) {
            return new Word(begin, begin + 1, end, Word.Form.NOUN, plain.substring(begin, begin + 1), "가", comma);
        }
        int copula = copula(run);
        if (copula > 0) {
            return copula(plain, run, copula, comma);
        }
        POS.Tag last = run.get(particles - 1).last();
        if (last == POS.Tag.E && Nominalised.endsASentence(plain, begin, end)) {
            return predicate(plain, run, begin, end, comma);
        }
        if (Nominalised.is(
                run.get(particles - 1).lemma(), run.get(particles - 1).ending(), plain.substring(begin, stemEnd))) {
            return new Word(
                    begin,
                    stemEnd,
                    end,
                    Word.Form.NOUN,
                    plain.substring(begin, stemEnd),
                    plain.substring(stemEnd, end),
                    comma);
        }
        if (particles < run.size() && isNominal(last)) {
            return nominal(plain, run.subList(0, particles), begin, stemEnd, end, comma);
        }
        if (last == POS.Tag.E && isUniversity(plain, run, end)) {
            return new Word(begin, end - 1, end, Word.Form.NOUN, plain.substring(begin, end - 1), "는", comma);
        }
        if (last == POS.Tag.E) {
            return predicate(plain, run, begin, end, comma);
        }
        if (isNominal(last) || run.size() > 1 && isNominal(run.get(0).first()) && last != POS.Tag.MAG) {
            return nominal(plain, run, begin, end, end, comma);
        }
        String text = plain.substring(begin, end);
        return new Word(begin, end, end, Word.Form.OTHER, text, "", comma);
    }

    /** 국립경국대는: a name the dictionary does not know and 대다, which it does. */
    private static boolean isUniversity(String plain, List<Piece> run, int end) {
        return run.size() > 1
                && run.get(0).first() != POS.Tag.VV
                && isNominal(run.get(run.size() - 2).last())
                && run.get(run.size() - 2).begin() < end - 3
                && plain.startsWith("대는", end - 2);
    }

    /** Where 이다 begins after a noun (분석이고); 0 where it does not. */
    private static int copula(List<Piece> run) {
        for (int i = 1; i < run.size(); i++) {
            if (run.get(i).first() == POS.Tag.VCP) {
                // 운영일 and 휴무일 are days.
                boolean day = i == run.size() - 1
                        && run.get(i).end() - run.get(i).begin() == 1
                        && run.get(i).ending().equals("ᆯ");
                return day ? 0 : isNominal(run.get(i - 1).last()) ? i : 0;
            }
        }
        return 0;
    }

    private static Word copula(String plain, List<Piece> run, int at, boolean comma) {
        int begin = run.get(0).begin();
        int stemEnd = run.get(at).begin();
        int end = run.get(run.size() - 1).end();
        Word.Form form = Word.Form.COPULA;
        return new Word(
                begin, stemEnd, end, form, plain.substring(begin, stemEnd), plain.substring(stemEnd, end), comma);
    }

    private static boolean isNominal(POS.Tag tag) {
        return switch (tag) {
            case NNG, NNP, NNB, NNBC, NP, NR, SL, SH, SN, XSN, XR, SY, UNKNOWN, UNA, NA -> true;
            default -> false;
        };
    }

    private static Word nominal(String plain, List<Piece> run, int begin, int stemEnd, int end, boolean comma) {
        if (stemEnd == end && Nominalised.isVerbTakenForAName(plain.substring(begin, end))) {
            return new Word(begin, end, end, Word.Form.ADNOMINAL, plain.substring(begin, end - 1) + "하", "ᆫ", comma);
        }
        boolean number = run.get(0).first() == POS.Tag.SN;
        boolean counted = number
                && run.stream().allMatch(p -> switch (p.first()) {
                    case SN, NR, NNBC, XSN, SY, SC, NNB, SF -> true;
                    default -> p == run.get(run.size() - 1) && p.end() - p.begin() <= 2;
                });
        boolean counter = run.size() == 1 && run.get(0).first() == POS.Tag.NNBC;
        Word.Form form = counted || counter ? Word.Form.QUANTITY : Word.Form.NOUN;
        return new Word(
                begin, stemEnd, end, form, plain.substring(begin, stemEnd), plain.substring(stemEnd, end), comma);
    }

    private static Word predicate(String plain, List<Piece> run, int begin, int end, boolean comma) {
        StringBuilder lemma = new StringBuilder();
        StringBuilder ending = new StringBuilder();
        for (Piece p : run) {
            lemma.append(p.lemma());
            ending.append(p.ending());
        }
        boolean container = end - begin > 2
                && lemma.toString().endsWith("하")
                && run.get(0).first() == POS.Tag.NNG
                && plain.charAt(end - 1) == '함';
        if (container) {
            // 택배함 holds parcels; the dictionary reads 택배하다.
            return new Word(begin, end, end, Word.Form.NOUN, plain.substring(begin, end), "", comma);
        }
        if (lemma.toString().equals("날") && ending.toString().startsWith("서")) {
            // 나서: to set about something, not to fly.
            return new Word(begin, end, end, Word.Form.CONNECTIVE, "나서", "어", comma);
        }
        String e = java.text.Normalizer.normalize(ending, java.text.Normalizer.Form.NFC);
        if (Nominalised.isContainer(lemma.toString(), e)) {
            String noun = plain.substring(begin, end - 1);
            return new Word(begin, end - 1, end, Word.Form.NOUN, noun, plain.substring(end - 1, end), comma);
        }
        if (Nominalised.closesAName(e, plain, end)) {
            return new Word(begin, end, end, Word.Form.NOUN, plain.substring(begin, end), "", comma);
        }
        return new Word(begin, end, end, formOf(e), lemma.toString(), e, comma);
    }

    /** Nori gives every ending the one tag E; which kind it is shows in its last letters. */
    private static Word.Form formOf(String ending) {
        if (ending.endsWith("음")
                || ending.endsWith("다")
                || ending.endsWith("요")
                || ending.endsWith("까")
                || ending.endsWith("라")) {
            return Word.Form.FINAL;
        }
        if (ending.endsWith("ᆫ데") || ending.endsWith("는데") || ending.endsWith("은데")) {
            return Word.Form.CONNECTIVE;
        }
        char last = ending.charAt(ending.length() - 1);
        if (ending.length() == 1
                && last >= '가'
                && last <= '힣'
                && ((last - '가') % 28 == NIEUN || (last - '가') % 28 == RIEUL)) {
            // 골라낸 comes as 안, 알려줄 as 울.
            return Word.Form.ADNOMINAL;
        }
        return switch (last) {
            case 'ᆫ', 'ᆯ', '는', '은', '을', '던', '른', '할' -> Word.Form.ADNOMINAL;
            default -> Word.Form.CONNECTIVE;
        };
    }

    private static UserDictionary nouns() {
        Set<String> nouns = new TreeSet<>();
        ReferenceFile.bundled("nouns.csv").rows().forEach(row -> nouns.add(row.text("noun")));
        Stream.concat(
                        ReferenceFile.bundled("sigungu.csv").rows().stream().map(row -> row.text("sigungu")),
                        ReferenceFile.bundled("organisations.csv").rows().stream()
                                .map(row -> row.text("name")))
                .filter(name -> name.length() > 2)
                .forEach(nouns::add);
        try {
            return UserDictionary.open(new StringReader(String.join("\n", nouns)));
        } catch (IOException e) {
            throw new UncheckedIOException("data/reference/nouns.csv cannot be read", e);
        }
    }
}
