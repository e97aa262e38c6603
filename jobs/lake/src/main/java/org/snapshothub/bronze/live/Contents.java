package org.snapshothub.bronze.live;

import java.io.IOException;
import org.snapshothub.extract.page.Limits;

/** The content of an answer: its body with the codings undone, as the lake will read it from the archive. */
final class Contents {

    private Contents() {}

    static byte[] of(Answer answer, int maxBytes) throws FetchFault {
        try {
            return answer.head().content(answer.body(), new Limits(maxBytes));
        } catch (IOException e) {
            throw new FetchFault(FetchReason.BAD_ANSWER, answer.address() + ": " + e.getMessage());
        }
    }
}
