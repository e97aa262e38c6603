package org.snapshothub.extract.page;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.snapshothub.extract.record.Rejected;

/** The records of a WARC or ARC file, in their order, however it is compressed and whatever is broken in it. */
final class ArchiveReader implements PageReader {

    /** Where the next record is to be looked for. */
    private enum Lookout {
        /** Right here, after line breaks. */
        HERE,
        /** At a later line or member: what stands here is no record. */
        FURTHER,
        /** Where another member begins: this one does not decompress. */
        ANOTHER_MEMBER,
        NOWHERE
    }

    private final RecordStream stream;
    private final RecordReader reader;
    private final Queue<Item> items = new ArrayDeque<>();
    private Lookout lookout = Lookout.HERE;
    private boolean memberFresh;
    private boolean anything;
    private int alignedRecords;
    private boolean misaligned;
    private long refusedAt = -1;
    private int refusedThere;
    private long records;

    ArchiveReader(Members members, String path, Limits limits) {
        this.stream = new RecordStream(members);
        this.reader = new RecordReader(stream, path, limits);
    }

    @Override
    public Optional<Item> next() throws IOException {
        while (items.isEmpty() && lookout != Lookout.NOWHERE) {
            advance();
        }
        return Optional.ofNullable(items.poll());
    }

    private void advance() throws IOException {
        try {
            if (find()) {
                anything = true;
                read();
            } else {
                lookout = Lookout.NOWHERE;
                if (!anything) {
                    refuse(PageReason.EMPTY_INPUT, "no record in the archive", "", stream.offset(), null);
                }
            }
        } catch (Damaged e) {
            // The record being read, if one was, is told of by read().
            anything = true;
            boolean sameMember = e.ofCompression() && stream.members().start() == refusedAt;
            lookout = e.ofCompression() ? Lookout.ANOTHER_MEMBER : Lookout.FURTHER;
            if (!sameMember) {
                refuse(e.reason(), e.getMessage(), "", stream.members().start(), null);
            }
        }
    }

    /** Goes to the next record; false at the end of the input. */
    private boolean find() throws IOException {
        switch (lookout) {
            case HERE -> {
                return findHere();
            }
            case ANOTHER_MEMBER -> {
                if (!stream.resync() || !stream.nextMember()) {
                    return false;
                }
                memberFresh = true;
                return stream.atRecord() || findFurther();
            }
            default -> {
                return findFurther();
            }
        }
    }

    private boolean findHere() throws IOException {
        stream.skipBreaks();
        while (!stream.more()) {
            if (!stream.nextMember()) {
                return false;
            }
            memberFresh = true;
            stream.skipBreaks();
        }
        if (stream.atRecord() || stream.atWarc()) {
            return true;
        }
        anything = true;
        lookout = Lookout.FURTHER;
        refuse(
                PageReason.GARBAGE,
                "no record begins at byte " + stream.within() + " of the member",
                stream.excerpt(),
                stream.offset(),
                null);
        return findFurther();
    }

    private boolean findFurther() throws IOException {
        lookout = Lookout.FURTHER;
        boolean membersAreRecords = alignedRecords > 0 && !misaligned;
        if (membersAreRecords && !memberFresh) {
            stream.skipMember();
        }
        memberFresh = false;
        while (!stream.skipToRecord(Long.MAX_VALUE)) {
            if (!stream.nextMember()) {
                return false;
            }
            if (stream.atRecord()) {
                memberFresh = true;
                return true;
            }
        }
        return true;
    }

    private void read() throws IOException {
        long member = stream.members().start();
        long offset = stream.offset();
        boolean alone = memberFresh;
        memberFresh = false;
        reader.begin(alone);
        try {
            reader.read();
            lookout = reader.trailing() == RecordReader.Trailing.GARBAGE ? Lookout.FURTHER : Lookout.HERE;
            records++;
            boolean aligned = alone && reader.trailing() == RecordReader.Trailing.MEMBER_END && stream.crossings() == 0;
            alignedRecords += aligned ? 1 : 0;
            misaligned |= !aligned;
            items.addAll(reader.items());
            for (RecordReader.Doubt doubt : reader.doubts()) {
                // What follows a record is not its address's.
                String url = doubt.reason() == PageReason.GARBAGE ? null : reader.url();
                refuse(doubt.reason(), doubt.detail(), doubt.excerpt(), doubt.offset(), url);
            }
        } catch (Damaged e) {
            refuse(e.reason(), e.getMessage(), "", offset, reader.url());
            lookout = lookoutAfter(e, member);
        }
    }

    private Lookout lookoutAfter(Damaged damage, long member) throws IOException {
        if (damage.ofCompression()) {
            return Lookout.ANOTHER_MEMBER;
        }
        if (damage.reason() == PageReason.RECORD_LENGTH) {
            return Lookout.HERE;
        }
        boolean membersAreRecords = alignedRecords > 0 && !misaligned;
        if (!membersAreRecords) {
            stream.rewind(member, reader.resumption());
        }
        return Lookout.FURTHER;
    }

    private void refuse(PageReason reason, String detail, String excerpt, long offset, String url) {
        refusedThere = offset == refusedAt ? refusedThere + 1 : 0;
        refusedAt = offset;
        items.add(new Item.Refused(Rejected.of(reason, detail, excerpt, refusedThere), offset, url));
    }

    /** Whether its members carry checksums of their own. */
    boolean isChecked() {
        return stream.members().compressed();
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public long position() {
        return stream.members().position();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
