package org.snapshothub.extract.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The charset ladder: BOM, HTTP, meta, strict UTF-8, MS949. Each rung is strict: a declaration that cannot decode its own
 * bytes is passed over.
 *
 * <p>A declaration under which any bytes decode (Latin-1, UTF-16) proves nothing by decoding, so it is also passed over
 * when the bytes are UTF-8 or Korean in MS949; and so is any whose text {@link Mojibake} suspects, as long as a lower rung gives text that
 * it doesn't. Below the ladder stand UTF-16 without a mark, ISO-2022-KR by its escape, Johab, and, when nothing
 * is strict, the reading with the fewest replacements.
 */
public final class Charsets {

    private static final int CUT_WORTH_MENDING = 100;
    private static final int ESCAPE_WINDOW = 4_096;

    private final byte[] content;
    private final List<Charset> declared = new ArrayList<>(2);
    private Decoded suspect;
    private Optional<String> utf8;

    private Charsets(byte[] content) {
        this.content = content;
    }

    /**
     * Decodes {@code content} by the ladder; {@code contentType} is the HTTP header's value or null. There is always an
     * answer; whether it is text, {@link Decoded#isSuspect} says.
     */
    public static Decoded decode(byte[] content, String contentType) {
        return new Charsets(content).decode(contentType);
    }

    /** The charset a label means on the Korean web; empty when nobody knows it. */
    static Optional<Charset> named(String label) {
        return Labels.meaning(label);
    }

    private Decoded decode(String contentType) {
        Optional<Decoded> marked = byMark();
        if (marked.isEmpty() && startsWith(0xEF, 0xBB, 0xBF)) {
            // The mark does not hold, and is no text either.
            return new Charsets(Arrays.copyOfRange(content, 3, content.length)).decode(contentType);
        }
        // The rungs between let nothing suspect through: their text is not looked at again.
        return marked.or(() -> byNature(contentType))
                .map(Decoded::judged)
                .or(() -> declared(Declaration.ofHeader(contentType), CharsetSource.HTTP))
                .or(() -> declared(Declaration.ofContent(content), CharsetSource.META))
                .or(() -> unsuspected(strictly(0, StandardCharsets.UTF_8, CharsetSource.UTF_8)))
                .or(this::byEvidence)
                .orElseGet(() -> leniently().judged());
    }

    private Optional<Decoded> byMark() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return strictly(3, StandardCharsets.UTF_8, CharsetSource.BOM);
        }
        if (startsWith(0xFF, 0xFE, 0, 0) || startsWith(0, 0, 0xFE, 0xFF)) {
            return Optional.of(wide(4, Wide.of(content, 0, content.length)));
        }
        if (startsWith(0xFE, 0xFF)) {
            return Optional.of(wide(2, StandardCharsets.UTF_16BE));
        }
        if (startsWith(0xFF, 0xFE)) {
            return Optional.of(wide(2, StandardCharsets.UTF_16LE));
        }
        return Optional.empty();
    }

    /** Behind such a mark nothing else is to be thought of, though a character or two may be broken. */
    private Decoded wide(int from, Charset charset) {
        return strictly(from, charset, CharsetSource.BOM).orElseGet(() -> leniently(from, charset, CharsetSource.BOM));
    }

    private boolean startsWith(int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 and ISO-2022-KR may pass as ASCII with odd controls; zeros and escapes tell them from that. */
    private Optional<Decoded> byNature(String contentType) {
        Charset wide = Wide.of(content, 0, content.length);
        Charset nature = wide == null && hasKoreanEscape()
                ? Labels.meaning("iso-2022-kr").orElse(null)
                : wide;
        if (nature == null) {
            return Optional.empty();
        }
        Optional<Charset> same = Optional.of(nature);
        CharsetSource source = CharsetSource.FALLBACK;
        if (same.equals(Declaration.ofHeader(contentType).flatMap(Labels::meaning))) {
            source = CharsetSource.HTTP;
        } else if (same.equals(Declaration.ofContent(content).flatMap(Labels::meaning))) {
            source = CharsetSource.META;
        }
        return strictly(0, nature, source);
    }

    private boolean hasKoreanEscape() {
        int last = Math.min(content.length, ESCAPE_WINDOW) - 4;
        for (int i = 0; i <= last; i++) {
            if (content[i] == 0x1B && content[i + 1] == '$' && content[i + 2] == ')' && content[i + 3] == 'C') {
                return true;
            }
        }
        return false;
    }

    private Optional<Decoded> declared(Optional<String> label, CharsetSource source) {
        Charset charset = label.flatMap(Labels::meaning).orElse(null);
        if (charset == null) {
            return Optional.empty();
        }
        if (isUtf16(charset) && source == CharsetSource.META) {
            // Who could read this declaration was not reading UTF-16.
            charset = StandardCharsets.UTF_8;
        }
        declared.add(charset);
        if (provesNothing(charset) && (utf8() != null || korean(Labels.MS949).isPresent() || isSurelyKorean())) {
            return Optional.empty();
        }
        if (isOfTheNeighbours(charset) && isSurelyKorean()) {
            return Optional.empty();
        }
        return unsuspected(strictly(0, charset, source).filter(decoded -> !isKoreanUtf8Misread(decoded)));
    }

    /** Chinese and Japanese charsets, in which nearly all of MS949 is text too, though none that anybody could read. */
    private static boolean isOfTheNeighbours(Charset charset) {
        String name = charset.name();
        return name.startsWith("GB") || name.startsWith("Big5") || name.equals("windows-31j") || name.equals("EUC-JP");
    }

    /** Also with a byte or two that are broken. */
    private boolean isSurelyKorean() {
        Decoded decoded = leniently(Labels.MS949);
        return decoded.replacements() <= 2 && Mojibake.readsSurelyAsKorean(decoded.text());
    }

    /** Short UTF-8 may by chance be well-formed in another charset as well; then the one that is Korean is meant. */
    private boolean isKoreanUtf8Misread(Decoded decoded) {
        return !decoded.charset().equals("UTF-8")
                && utf8() != null
                && Mojibake.readsAsKorean(utf8())
                && !Mojibake.readsAsKorean(decoded.text());
    }

    private static boolean isUtf16(Charset charset) {
        return charset.name().startsWith("UTF-16");
    }

    private static boolean provesNothing(Charset charset) {
        return isUtf16(charset) || (charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f);
    }

    /** The content read as UTF-8; null when it is not that, or nothing but ASCII. */
    private String utf8() {
        if (utf8 == null) {
            utf8 = (beyondAscii()
                            ? strictly(0, StandardCharsets.UTF_8, CharsetSource.UTF_8)
                            : Optional.<Decoded>empty())
                    .map(Decoded::text);
        }
        return utf8.orElse(null);
    }

    private boolean beyondAscii() {
        for (byte b : content) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    /** Lets text through; keeps what is suspect for the case that nothing better comes. */
    private Optional<Decoded> unsuspected(Optional<Decoded> decoded) {
        if (decoded.isPresent() && Mojibake.suspects(decoded.get().text())) {
            suspect = suspect == null ? decoded.get() : suspect;
            return Optional.empty();
        }
        return decoded;
    }

    /** Charsets that nobody declared, by what the bytes show. */
    private Optional<Decoded> byEvidence() {
        return korean(Labels.MS949)
                .or(() -> Labels.meaning("johab").flatMap(this::korean))
                .or(() -> strictly(0, Labels.MS949, CharsetSource.FALLBACK)
                        .flatMap(ms949 -> western().or(() -> unsuspected(Optional.of(ms949)))));
    }

    private Optional<Decoded> korean(Charset charset) {
        return strictly(0, charset, CharsetSource.FALLBACK)
                .filter(decoded -> Mojibake.readsAsKorean(decoded.text()) && !Mojibake.suspects(decoded.text()));
    }

    private Optional<Decoded> strictly(int from, Charset charset, CharsetSource source) {
        // Decoding with replacement is the JDK's fast path; that there is none shows that it was strict.
        String text = new String(content, from, content.length - from, charset);
        int first = text.indexOf('\uFFFD');
        if (isUtf16(charset) && source != CharsetSource.BOM && !plausible(text)) {
            return Optional.empty();
        }
        if (first < 0) {
            return Optional.of(new Decoded(text, charset.name(), source, 0));
        }
        if (first == text.length() - 1 && first >= CUT_WORTH_MENDING) {
            // Cut in the middle of its last character.
            return Optional.of(new Decoded(text, charset.name(), source, 1));
        }
        return decodes(from, charset) ? Optional.of(new Decoded(text, charset.name(), source, 0)) : Optional.empty();
    }

    /** The page may itself contain U+FFFD. */
    private boolean decodes(int from, Charset charset) {
        if (!charset.name().startsWith("UTF") && charset != Charset.forName("GB18030")) {
            return false;
        }
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, from, content.length - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Nearly any bytes decode as UTF-16; text in it has spaces, marks or digits, and no zeros. */
    private static boolean plausible(String text) {
        return text.indexOf('\0') < 0 && text.chars().anyMatch(c -> c < 0x80);
    }

    /** The reading with the fewest replacements, unless even that is suspect: then what was declared, as it stands. */
    private Decoded leniently() {
        Decoded best = leniently(Labels.MS949);
        List<Charset> others = new ArrayList<>(declared);
        others.add(StandardCharsets.UTF_8);
        for (Charset charset : others) {
            if (!provesNothing(charset)) {
                Decoded other = leniently(charset);
                best = other.replacements() < best.replacements() ? other : best;
            }
        }
        boolean suspected = Mojibake.suspects(best.text());
        Decoded otherwise = suspected && suspect != null ? suspect : best;
        return !suspected && Mojibake.readsAsKorean(best.text())
                ? best
                : western().orElse(otherwise);
    }

    /** English with a few typographic quotes or accents that nobody declared. */
    private Optional<Decoded> western() {
        long beyondAscii = 0;
        for (byte b : content) {
            beyondAscii += b < 0 ? 1 : 0;
        }
        if (beyondAscii * 50 > content.length) {
            return Optional.empty();
        }
        return Labels.meaning("windows-1252")
                .map(this::leniently)
                .filter(decoded -> decoded.replacements() == 0 && !Mojibake.suspects(decoded.text()));
    }

    private Decoded leniently(Charset charset) {
        return leniently(0, charset, CharsetSource.FALLBACK);
    }

    private Decoded leniently(int from, Charset charset, CharsetSource source) {
        String text = new String(content, from, content.length - from, charset);
        int replacements = (int) text.chars().filter(c -> c == '\uFFFD').count();
        return new Decoded(text, charset.name(), source, replacements);
    }
}
