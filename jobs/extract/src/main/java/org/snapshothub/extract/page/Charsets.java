package org.snapshothub.extract.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charset ladder: BOM, HTTP, meta, strict UTF-8, MS949. Each rung is strict: a declaration that cannot decode its
 * own bytes is passed over.
 *
 * <p>All Korean labels mean MS949, the superset that browsers use: Java's {@code EUC-KR} loses 똠, and its
 * {@code cp949} is IBM's.
 */
public final class Charsets {

    private static final Charset MS949 = Charset.forName("x-windows-949");
    private static final Set<String> KOREAN_LABELS = Set.of(
            "euc-kr",
            "euckr",
            "ks_c_5601-1987",
            "ks_c_5601-1989",
            "ksc5601",
            "ksc_5601",
            "ks_c_5601",
            "korean",
            "cp949",
            "cp-949",
            "uhc",
            "ms949",
            "windows-949",
            "x-windows-949",
            "x-euc-kr",
            "iso-ir-149",
            "csksc56011987",
            "cseuckr");
    private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)");
    private static final Pattern DECLARATION =
            Pattern.compile("(?is)<meta\\b[^>]{0,512}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)"
                    + "|<\\?xml\\b[^>]{0,256}?encoding\\s*=\\s*[\"']([A-Za-z0-9_.:-]+)");
    private static final int DECLARATION_WINDOW = 4_096;

    private Charsets() {}

    /** Decodes {@code content} by the ladder; {@code contentType} is the HTTP header's value or null. */
    public static Decoded decode(byte[] content, String contentType) {
        return byMark(content)
                .or(() -> declaredBy(PARAMETER, contentType).flatMap(c -> strictly(content, c, CharsetSource.HTTP)))
                .or(() -> declaredBy(DECLARATION, head(content)).flatMap(c -> strictly(content, c, CharsetSource.META)))
                .or(() -> strictly(content, StandardCharsets.UTF_8, CharsetSource.UTF_8))
                .orElseGet(() -> leniently(content));
    }

    private static Optional<Decoded> byMark(byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return strictly(content, 3, StandardCharsets.UTF_8, CharsetSource.BOM);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return strictly(content, 2, StandardCharsets.UTF_16BE, CharsetSource.BOM);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return strictly(content, 2, StandardCharsets.UTF_16LE, CharsetSource.BOM);
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] content, int... mark) {
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

    private static Optional<Charset> declaredBy(Pattern pattern, String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String label = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return named(label);
    }

    /** The charset a label means on the Korean web; empty when nobody knows it. */
    static Optional<Charset> named(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        if (KOREAN_LABELS.contains(lower)) {
            return Optional.of(MS949);
        }
        try {
            return Optional.of(Charset.forName(lower));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static String head(byte[] content) {
        return new String(content, 0, Math.min(content.length, DECLARATION_WINDOW), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Decoded> strictly(byte[] content, Charset charset, CharsetSource source) {
        return strictly(content, 0, charset, source);
    }

    private static Optional<Decoded> strictly(byte[] content, int from, Charset charset, CharsetSource source) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, from, content.length - from));
            return Optional.of(new Decoded(text.toString(), charset.name(), source, 0));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoded leniently(byte[] content) {
        String text = new String(content, MS949);
        int replacements = (int) text.chars().filter(c -> c == '\uFFFD').count();
        return new Decoded(text, MS949.name(), CharsetSource.FALLBACK, replacements);
    }
}
