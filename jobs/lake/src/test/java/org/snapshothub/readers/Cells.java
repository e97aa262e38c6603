package org.snapshothub.readers;

import java.math.BigDecimal;
import java.util.HexFormat;

/** How a cell is written so that two readers can be compared: by its value, whatever class a reader gives it. */
public final class Cells {

    private Cells() {}

    /** The value of a cell: null, an array of bytes, a decimal with its scale, or whatever says itself in full. */
    public static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }
}
