package org.snapshothub.extract.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.netpreserve.jwarc.WarcDigest;

/** Reads the record at which a stream stands, one at a time, never holding more of it than the limit. */
final class RecordReader {

    /** What stands behind a record. */
    enum Trailing {
        RECORD,
        MEMBER_END,
        GARBAGE
    }

    /** A whole record with something to be told of it. */
    record Doubt(PageReason reason, String detail, String excerpt, long offset) {}

    private final RecordStream stream;
    private final String path;
    private final Limits limits;
    private final Block block;
    private final List<Item> items = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private boolean alone;
    private boolean arc;
    private long member;
    private long begin;
    private long offset;
    private long bodyBegin;
    private String url;
    private Trailing trailing;

    RecordReader(RecordStream stream, String path, Limits limits) {
        this.stream = stream;
        this.path = path;
        this.limits = limits;
        // Chunk sizes stand between the content's bytes.
        this.block =
                new Block((int) Math.min(Integer.MAX_VALUE - 16, limits.content() + limits.content() / 64L + 65_536));
    }

    /** Turns to the record here; {@code alone} when it stands at the beginning of a member. */
    void begin(boolean alone) {
        this.alone = alone;
        member = stream.members().start();
        begin = stream.within();
        offset = stream.offset();
        bodyBegin = 0;
        url = null;
        trailing = Trailing.GARBAGE;
        items.clear();
        doubts.clear();
        stream.beginRecord();
    }

    List<Item> items() {
        return items;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    Trailing trailing() {
        return trailing;
    }

    /** The address the record names, as far as it was read; else null. */
    String url() {
        return url;
    }

    /** From where to look for the next record when this one is damaged: before the end of a line, behind its beginning. */
    long resumption() {
        return bodyBegin > 0 ? bodyBegin - 1 : begin + 1;
    }

    /** Reads it to its end, and makes sure that it is its end. */
    void read() throws IOException {
        RecordHead head = head();
        url = head.url();
        arc = head.arc();
        bodyBegin = stream.crossings() == 0 ? stream.within() : 0;
        if (head.length() > stream.remaining()) {
            throw new Damaged(
                    PageReason.TRUNCATED_RECORD,
                    "the record claims " + head.length() + " bytes, the input has " + stream.remaining() + " more");
        }
        switch (head.type()) {
            case "response", "resource", "conversion" -> capture(head);
            case "revisit" -> revisit(head);
            default -> pass(head.type(), head.length());
        }
    }

    private RecordHead head() throws IOException {
        if (!stream.atWarc()) {
            return RecordHead.ofArc(RecordHead.ArcLine.parse(stream.line()));
        }
        Block bytes = stream.head(Limits.HEAD);
        if (bytes.room() == 0) {
            throw new Damaged(
                    PageReason.DAMAGED_RECORD, "the record's head does not end within " + Limits.HEAD + " bytes");
        }
        Head fields = Head.parse(bytes.bytes(), 0, bytes.length(), StandardCharsets.UTF_8);
        String target = fields.value("warc-target-uri");
        boolean utf8 = target == null || target.indexOf('\uFFFD') < 0;
        return RecordHead.ofWarc(utf8 ? fields : Head.parse(bytes.bytes(), 0, bytes.length(), Labels.MS949));
    }

    /**
     * The head of an answer.
     *
     * @param left bytes of the record's block behind it, apart from those that were read with it and lie in the buffer
     */
    private record Answer(Head head, long left) {}

    /** Takes the answer's head, and those of the interim answers (100, 103) that some crawlers keep before it. */
    private Answer answer(long length, MessageDigest digest) throws IOException {
        long left = length;
        while (true) {
            Block bytes = stream.head(left);
            left -= bytes.length();
            update(digest, bytes.bytes(), 0, bytes.length());
            int end = Head.endIn(bytes.bytes(), bytes.length());
            Head head = Head.parse(bytes.bytes(), 0, Math.max(0, end), StandardCharsets.ISO_8859_1);
            if (end < 0) {
                throw new Damaged(PageReason.DAMAGED_RECORD, "the head of the answer does not end");
            }
            boolean interim = head.status() != null && head.status() / 100 == 1;
            if (!interim || left == 0 || !stream.atHttp()) {
                block.clear();
                block.append(bytes.bytes(), end, bytes.length() - end);
                return new Answer(head, left);
            }
        }
    }

    private void pass(String why, long left) throws IOException {
        skip(left, null);
        end(false);
        items.add(new Item.Passed(why));
    }

    private void capture(RecordHead head) throws IOException {
        boolean declaredHttp = Media.base(head.contentType()).equals("application/http");
        boolean answer = (head.type().equals("response") || declaredHttp) && head.length() > 0 && stream.atHttp();
        if (!answer && declaredHttp && head.length() > 0) {
            // The oldest HTTP answers with the page alone.
            if (!stream.excerpt().stripLeading().startsWith("<")) {
                throw new Damaged(PageReason.DAMAGED_RECORD, "the block is no HTTP answer");
            }
        } else if (!answer
                && head.length() > 0
                && !Media.isPage(head.contentType())
                && !Media.isVague(head.contentType())) {
            pass(Media.base(head.contentType()), head.length());
            return;
        }
        WarcDigest declared = head.digest("warc-block-digest");
        MessageDigest digest = digester(declared);
        long left = head.length();
        Head http = null;
        block.clear();
        if (answer) {
            Answer found = answer(left, digest);
            left = found.left();
            http = found.head();
            String why = whyNoPage(http);
            if (why != null) {
                pass(why, left);
                return;
            }
        }
        boolean cut = !gather(left, digest);
        if (head.arc()
                && !answer
                && head.length() > 0
                && Content.ofPage(block.bytes(), block.length()) == Content.EMPTY) {
            throw new Damaged(PageReason.DAMAGED_RECORD, "the ARC record holds no answer");
        }
        boolean matches = digest != null && DeclaredDigest.areEqual(declared, new WarcDigest(digest));
        end(matches);
        page(head, http, cut, digest == null ? null : matches);
    }

    private static String whyNoPage(Head http) {
        Integer status = http.status();
        if (status != null && status != 200) {
            return "status " + status;
        }
        String type = http.value("content-type");
        return Media.isPage(type) || Media.isVague(type) ? null : Media.base(type);
    }

    private void page(RecordHead head, Head http, boolean cut, Boolean blockMatches) throws Damaged {
        boolean bare = http == null && Media.base(head.contentType()).equals("application/http");
        String type = bare ? null : http == null ? head.contentType() : http.value("content-type");
        Payload payload;
        try {
            payload = Payload.of(http, block.bytes(), 0, block.length(), limits.content());
        } catch (Damaged e) {
            doubts.add(new Doubt(e.reason(), e.getMessage(), "", offset));
            return;
        }
        Content kind = Content.ofPage(payload.content(), payload.content().length);
        if (kind == Content.EMPTY) {
            items.add(new Item.Passed("empty body"));
            return;
        }
        boolean words = kind == Content.MARKUP || kind == Content.TEXT;
        if (kind == Content.JSON) {
            items.add(new Item.Passed("json"));
            return;
        }
        if (Media.isVague(type) && !Media.base(type).isEmpty() && kind != Content.MARKUP) {
            items.add(new Item.Passed(Media.base(type)));
            return;
        }
        if (!words) {
            doubts.add(new Doubt(
                    PageReason.NOT_A_PAGE, "declared as " + type + ", but the content is no text", "", offset));
            return;
        }
        boolean spoilt = Boolean.FALSE.equals(blockMatches);
        boolean mismatch = spoilt || (!cut && !isSegment(head) && !payloadMatches(head, payload));
        if (mismatch && !Boolean.TRUE.equals(blockMatches) && stream.crossings() > 0) {
            doubts.add(new Doubt(
                    PageReason.SPLICED_RECORD,
                    "digest differs; declared "
                            + head.fields().value(blockMatches == null ? "warc-payload-digest" : "warc-block-digest"),
                    "",
                    offset));
        }
        Capture capture = new Capture(
                head.url(),
                head.date(),
                http == null ? null : http.status(),
                type,
                payload.content(),
                truncation(head, payload, cut, mismatch),
                Capture.digestOf(payload.content()),
                path,
                offset,
                length());
        items.add(new Item.Captured(capture, head.fields().value("warc-payload-digest")));
    }

    /** Every reason why the content may not be what was served, joined by commas; null when there is none. */
    private String truncation(RecordHead head, Payload payload, boolean cut, boolean mismatch) {
        StringJoiner reasons = new StringJoiner(",");
        String declared = head.fields().value("warc-truncated");
        if (declared != null && !declared.isBlank()) {
            reasons.add(declared.strip().toLowerCase(Locale.ROOT));
        }
        if (isSegment(head)) {
            reasons.add("segment");
        }
        boolean ours = cut || payload.cut();
        if (ours && !"length".equalsIgnoreCase(declared)) {
            reasons.add("length");
        }
        if (payload.fault() != null && !ours) {
            reasons.add(payload.fault());
        }
        if (doubts.stream().anyMatch(doubt -> doubt.reason() == PageReason.RECORD_LENGTH)) {
            reasons.add(PageReason.RECORD_LENGTH.code());
        }
        if (mismatch) {
            reasons.add("digest-mismatch");
        }
        return reasons.length() == 0 ? null : reasons.toString();
    }

    /** The first part of a record whose others are continuations: they are nowhere put together. */
    private static boolean isSegment(RecordHead head) {
        return head.fields().value("warc-segment-number") != null;
    }

    /** Tools differ in what they take for the payload: the body as stored, without its chunks, or decoded. */
    private boolean payloadMatches(RecordHead head, Payload payload) {
        WarcDigest declared = head.digest("warc-payload-digest");
        MessageDigest digest = digester(declared);
        if (digest == null) {
            return true;
        }
        update(digest, block.bytes(), 0, block.length());
        return DeclaredDigest.areEqual(declared, new WarcDigest(digest))
                || (payload.dechunked() != null
                        && DeclaredDigest.areEqual(declared, digested(digest, payload.dechunked())))
                || DeclaredDigest.areEqual(declared, digested(digest, payload.content()));
    }

    private static WarcDigest digested(MessageDigest digest, byte[] bytes) {
        digest.reset();
        digest.update(bytes);
        return new WarcDigest(digest);
    }

    private static MessageDigest digester(WarcDigest declared) {
        try {
            return declared == null ? null : declared.getDigester();
        } catch (NoSuchAlgorithmException e) {
            return null;
        }
    }

    private static void update(MessageDigest digest, byte[] bytes, int from, int length) {
        if (digest != null) {
            digest.update(bytes, from, length);
        }
    }

    private void revisit(RecordHead head) throws IOException {
        Head http = null;
        long left = head.length();
        if (left > 0 && stream.atHttp()) {
            Answer found = answer(left, null);
            left = found.left();
            http = found.head();
        }
        skip(left, null);
        end(false);
        Integer status = http == null ? null : http.status();
        String why = http == null || (status != null && status == 304) ? null : whyNoPage(http);
        if (why != null) {
            items.add(new Item.Passed(why));
            return;
        }
        Head fields = head.fields();
        String original = RecordHead.unbracketed(fields.value("warc-refers-to-target-uri"));
        items.add(new Item.Revisit(
                head.url(),
                head.date(),
                status,
                fields.value("warc-payload-digest"),
                original == null ? head.url() : original,
                RecordHead.instant(fields.value("warc-refers-to-date")),
                path,
                offset,
                length()));
    }

    /** Takes the rest of the block, as much as the limit allows, all of it through the digest; tells whether that is all. */
    private boolean gather(long rest, MessageDigest digest) throws IOException {
        long left = rest;
        while (left > 0 && block.room() > 0) {
            block.reserve((int) Math.min(left, block.length() == 0 ? 1 << 16 : 1 << 14));
            int free = (int) Math.min(left, block.bytes().length - block.length());
            int read = stream.read(block.bytes(), block.length(), free);
            update(digest, block.bytes(), block.length(), read);
            block.grown(read);
            left -= read;
        }
        skip(left, digest);
        return left == 0;
    }

    private void skip(long left, MessageDigest digest) throws IOException {
        byte[] scratch = stream.scratch();
        while (left > 0) {
            int read = stream.read(scratch, 0, (int) Math.min(left, scratch.length));
            update(digest, scratch, 0, read);
            left -= read;
        }
    }

    /** Looks at what stands behind the block. {@code verified}: its digest has already shown it whole. */
    private void end(boolean verified) throws IOException {
        long end = stream.within();
        int feeds = stream.skipBreaks();
        if (!stream.more()) {
            trailing = Trailing.MEMBER_END;
            return;
        }
        if (stream.atRecord() || stream.atWarc()) {
            trailing = Trailing.RECORD;
            return;
        }
        trailing = Trailing.GARBAGE;
        String garbage = stream.excerpt();
        // WARC ends a record with two line breaks, ARC with one, after which the next line begins with an address.
        boolean spoiltArc = arc && feeds >= 1 && garbage.startsWith("http".substring(0, Math.min(4, garbage.length())));
        boolean wellEnded = verified || feeds >= 2 || spoiltArc;
        long place = stream.within();
        if (!wellEnded && bodyBegin > 0 && stream.crossings() == 0) {
            swallowed(end, place);
        }
        doubts.add(new Doubt(
                wellEnded ? PageReason.GARBAGE : PageReason.RECORD_LENGTH,
                "what follows the record at byte " + place + (stream.members().compressed() ? " of the member" : "")
                        + " is no record",
                garbage,
                wellEnded ? stream.offset() : offset));
    }

    /** A length too large takes the beginning of the next record for its own end. */
    private void swallowed(long end, long place) throws IOException {
        if (!stream.rewind(member, bodyBegin - 1)) {
            return;
        }
        if (stream.skipToRecord(end)) {
            throw new Damaged(PageReason.RECORD_LENGTH, "another record begins before the end this one's length says");
        }
        stream.rewind(member, place);
    }

    private Long length() {
        if (!stream.members().compressed()) {
            return stream.within() - begin;
        }
        return alone && trailing == Trailing.MEMBER_END ? stream.members().position() - member : null;
    }
}
