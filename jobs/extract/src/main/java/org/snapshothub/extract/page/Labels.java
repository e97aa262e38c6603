package org.snapshothub.extract.page;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What charset labels mean on the web, which is not what Java takes them for.
 *
 * <p>Source: WHATWG Encoding Standard, "Names and labels", for the labels where Java differs or is silent; Johab and
 * ISO-2022-KR, which browsers have given up, mean what they say, because old Korean pages exist.
 */
final class Labels {

    /** The superset of EUC-KR that browsers use: Java's {@code EUC-KR} loses 똠, and its {@code cp949} is IBM's. */
    static final Charset MS949 = Charset.forName("x-windows-949");

    private static final Map<String, Charset> MEANINGS = new HashMap<>();

    static {
        means(
                MS949,
                "euc-kr euckr euc_kr x-euc-kr korean iso-ir-149 cseuckr cp949 cp-949 uhc ms949 windows-949 x-windows-949 "
                        + "ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc_5601 ksc5601 ksc5601-1987 csksc56011987 ks_x_1001");
        means(
                StandardCharsets.UTF_8,
                "utf8 utf-8 utf_8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig utf8mb4");
        means(StandardCharsets.UTF_16LE, "utf-16 utf-16le utf16 unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff");
        means(StandardCharsets.UTF_16BE, "utf-16be unicodefffe");
        means(
                "windows-1252",
                "ascii us-ascii ansi_x3.4-1968 iso-ir-100 latin1 l1 csisolatin1 cp1252 cp819 ibm819 x-cp1252 iso-8859-1 "
                        + "iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 windows-1252");
        means("windows-1254", "iso-8859-9 iso8859-9 iso_8859-9 latin5 l5 csisolatin5 windows-1254 cp1254 x-cp1254");
        means("x-windows-874", "iso-8859-11 iso8859-11 tis-620 windows-874 dos-874");
        means("windows-31j", "shift_jis shift-jis sjis x-sjis ms_kanji ms932 csshiftjis windows-31j");
        means("GB18030", "gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58 gb18030");
        means("Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5");
        means("x-Johab", "johab x-johab cp1361 ms1361 ks_c_5601-1992 ksc5601-1992 ksc5601_1992");
        means("ISO-2022-KR", "iso-2022-kr csiso2022kr iso2022kr");
    }

    private Labels() {}

    private static void means(String charset, String labels) {
        if (Charset.isSupported(charset)) {
            means(Charset.forName(charset), labels);
        }
    }

    private static void means(Charset charset, String labels) {
        for (String label : labels.split(" ")) {
            MEANINGS.put(label, charset);
        }
    }

    /** The charset a label means; empty when nobody knows it. */
    static Optional<Charset> meaning(String label) {
        String lower = label.strip().toLowerCase(Locale.ROOT);
        Charset known = MEANINGS.get(lower);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(Charset.forName(lower));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
