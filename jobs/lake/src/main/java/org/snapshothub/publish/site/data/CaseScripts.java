package org.snapshothub.publish.site.data;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.snapshothub.publish.site.page.CaseRow;

/** The whole list of cases in pieces of a size a phone takes, loaded when someone searches. */
public final class CaseScripts {

    /** Cases a piece: about half a megabyte. */
    public static final int PIECE = 500;

    private CaseScripts() {}

    public static int pieces(int cases) {
        return (cases + PIECE - 1) / PIECE;
    }

    public static ScriptFile.Value piece(List<CaseRow> rows, int piece) {
        return json -> {
            json.writeStartArray();
            for (CaseRow row : rows.subList(piece * PIECE, Math.min(rows.size(), (piece + 1) * PIECE))) {
                write(row, json);
            }
            json.writeEndArray();
        };
    }

    private static void write(CaseRow row, JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("id", row.id());
        json.writeStringField("title", row.title());
        json.writeStringField("topic", row.topic());
        json.writeStringField("organisation", row.organisation());
        json.writeStringField("region", row.region());
        json.writeStringField("status", row.status());
        json.writeStringField("statusCss", row.statusCss());
        json.writeStringField("evidence", row.evidence());
        json.writeStringField("article", row.article());
        json.writeStringField("outlets", row.outlets());
        json.writeStringField("date", row.date());
        json.writeBooleanField("inexact", row.isDateInexact());
        json.writeStringField("confidence", row.confidence());
        json.writeArrayFieldStart("links");
        for (CaseRow.Link link : row.links()) {
            json.writeStartArray();
            json.writeString(link.url());
            json.writeBoolean(link.isSafe());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
