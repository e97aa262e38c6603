package org.snapshothub.extract.page;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.snapshothub.extract.record.Rejected;

/**
 * The archives in a WACZ (or any zip), one after another; its indexes and page lists are not needed.
 *
 * <p>Of a stored archive, path and offsets are those of the zip itself, so that a record can be fetched from there. Of
 * a deflated one, the path names the entry after {@code !/}, and offsets are those within it.
 *
 * <p>A zip's CRC vouches for a plain archive in it, and is known to hold only at the archive's end: one that does not is
 * told of there. A WACZ within the zip is refused.
 */
final class WaczReader implements PageReader {

    private final Source source;
    private final Limits limits;
    private final ZipEntries zip;
    private final Queue<Item> items = new ArrayDeque<>();
    private Queue<ZipEntries.Entry> entries;
    private ZipEntries.Entry entry;
    private ArchiveReader current;
    private long records;
    private long position;

    WaczReader(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.zip = new ZipEntries(source);
    }

    @Override
    public Optional<Item> next() throws IOException {
        if (entries == null) {
            entries = new ArrayDeque<>(archives());
        }
        while (items.isEmpty() && (current != null || !entries.isEmpty())) {
            if (current == null) {
                begin(entries.remove());
                continue;
            }
            Optional<Item> item = current.next();
            if (item.isEmpty()) {
                leave();
            }
            item.ifPresent(items::add);
        }
        return Optional.ofNullable(items.poll());
    }

    private List<ZipEntries.Entry> archives() throws IOException {
        List<ZipEntries.Entry> all;
        try {
            all = zip.listed();
        } catch (Damaged e) {
            refuse(e, 0);
            all = zip.walked();
        }
        List<ZipEntries.Entry> archives = all.stream()
                .filter(found -> Inputs.archiveByName(found.name()))
                .sorted(Comparator.comparingLong(ZipEntries.Entry::header))
                .toList();
        for (ZipEntries.Entry found : all) {
            if (found.name().toLowerCase(Locale.ROOT).endsWith(".wacz")) {
                refuse(new Damaged(PageReason.NOT_A_PAGE, "a zip within the zip: " + found.name()), found.header());
            }
        }
        if (archives.isEmpty() && items.isEmpty()) {
            refuse(
                    new Damaged(
                            PageReason.NOT_A_PAGE, "a zip with " + all.size() + " entries, none of them an archive"),
                    0);
        }
        return apart(archives);
    }

    /** Without those that lie over others: a small zip could name the same bytes a thousand times. */
    private List<ZipEntries.Entry> apart(List<ZipEntries.Entry> archives) {
        List<ZipEntries.Entry> apart = new ArrayList<>();
        long end = 0;
        for (ZipEntries.Entry next : archives) {
            if (next.header() >= end) {
                apart.add(next);
                end = next.header() + Math.min(next.packed(), source.size());
            }
        }
        if (apart.size() < archives.size()) {
            int over = archives.size() - apart.size();
            refuse(new Damaged(PageReason.DAMAGED_ZIP, over + " entries of the zip lie over others"), 0);
        }
        return apart;
    }

    private void begin(ZipEntries.Entry next) throws IOException {
        entry = next;
        position = entry.header();
        try {
            long data = zip.data(entry);
            if (entry.encrypted() || (entry.method() != 0 && entry.method() != 8)) {
                throw new Damaged(
                        PageReason.DAMAGED_ZIP,
                        "the zip's entry " + entry.name() + " is encrypted or packed by method " + entry.method());
            }
            if (entry.method() == 0) {
                current = Inputs.archive(
                        source, entry.name(), RawInput.window(source, data, data + entry.packed()), limits);
            } else {
                Source deflated = new Deflated(source, source.path() + "!/" + entry.name(), data, entry.packed());
                current = Inputs.archive(deflated, entry.name(), RawInput.sequential(deflated), limits);
            }
        } catch (Damaged e) {
            refuse(e, entry.header());
        }
    }

    private void refuse(Damaged damage, long offset) {
        items.add(new Item.Refused(Rejected.of(damage.reason(), damage.getMessage(), "", items.size()), offset, null));
    }

    private void leave() throws IOException {
        records += current.records();
        boolean isChecked = current.isChecked() && entry.method() == 0;
        current.close();
        current = null;
        if (!isChecked && !zip.matches(entry)) {
            refuse(
                    new Damaged(
                            PageReason.DAMAGED_ZIP, "the zip's entry " + entry.name() + " does not match its checksum"),
                    entry.header());
        }
    }

    @Override
    public long records() {
        return records + (current == null ? 0 : current.records());
    }

    @Override
    public long position() {
        if (current == null) {
            return entries != null && entries.isEmpty() ? source.size() : position;
        }
        return Math.max(position, Math.min(current.position(), source.size()));
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
