package org.snapshothub.extract.observation;

import java.util.List;
import org.snapshothub.extract.observation.HeadingWords.Said;

/**
 * What the words over a list say of its numbers: 내일 날씨, 낮 최고기온. Only a heading that says nothing else is believed,
 * because news of tomorrow's weather stands beside every widget; and no tab or menu, of which one line leads to each day.
 */
final class Heading {

    private static final int FARTHEST = 400;
    private static final int MOST_BLOCKS = 4;

    private final MarkedText page;
    private final HeadingWords words;

    Heading(MarkedText page, HeadingWords words) {
        this.page = page;
        this.words = words;
    }

    /** Whether what stands over the list at {@code begin} says that its numbers are none of now. */
    boolean saysAnother(int begin, List<Stretch> list) {
        return HeadingWords.isAnother(
                over(begin), list.stream().map(Stretch::figure).toList());
    }

    private Said over(int begin) {
        int end = begin;
        boolean isInLine = !startsABlock(begin);
        for (int i = 0; i < MOST_BLOCKS; i++) {
            int start = blockBefore(end, begin);
            if (start < 0) {
                return Said.ELSE;
            }
            Said said = said(start, end, isInLine);
            if (said != Said.NOTHING) {
                boolean isOneOfSeveral = !isInLine && isLine(start, begin);
                return isOneOfSeveral && said != Said.NOW ? Said.ELSE : said;
            }
            isInLine = false;
            end = start;
        }
        return Said.ELSE;
    }

    private boolean startsABlock(int begin) {
        int i = begin;
        while (i > 0 && begin - i < FARTHEST && MarkedText.isGap(page.plain().charAt(i - 1))) {
            if (page.plain().charAt(--i) == MarkedText.BLOCK) {
                return true;
            }
        }
        return i == 0;
    }

    /** Whether a heading's neighbour above says a time as well: both are tabs or lines of a menu. */
    private boolean isLine(int end, int begin) {
        int start = blockBefore(end, begin);
        Said above = start < 0 ? Said.ELSE : said(start, end, false);
        return above == Said.ANOTHER || above == Said.PERHAPS_ANOTHER || above == Said.NOW;
    }

    /** Where the last block before {@code end} that says anything begins; -1 when none is near {@code begin}. */
    private int blockBefore(int end, int begin) {
        int i = end;
        boolean hasWords = false;
        while (i > 0 && begin - i < FARTHEST) {
            char c = page.plain().charAt(i - 1);
            if (c == MarkedText.BLOCK && hasWords) {
                return i;
            }
            hasWords |= !MarkedText.isGap(c);
            i--;
        }
        return i == 0 && hasWords ? 0 : -1;
    }

    private Said said(int start, int end, boolean isInLine) {
        String text = page.printed(start, end);
        return isInLine ? words.saidLast(text) : words.said(text);
    }
}
