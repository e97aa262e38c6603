package org.snapshothub.bronze;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.snapshothub.audit.Rejects;
import org.snapshothub.extract.page.Capture;
import org.snapshothub.extract.page.Charsets;
import org.snapshothub.extract.page.Decoded;
import org.snapshothub.extract.page.Item;
import org.snapshothub.extract.page.Limits;
import org.snapshothub.extract.page.PageReader;
import org.snapshothub.extract.page.Source;
import org.snapshothub.extract.record.Rejected;
import org.snapshothub.lake.RecordCodec;
import org.snapshothub.lake.Run;

/** Reads inputs on an executor, one record in memory at a time: from a list of files to rows of {@link Taken}. */
final class TakeInputs implements FlatMapFunction<List<TakeInputs.Order>, Row> {

    private static final long serialVersionUID = 1L;
    static final ZoneId KST = ZoneId.of("Asia/Seoul");

    /** An input to read, and the digest of what it holds. */
    record Order(InputFile file, String digest) implements java.io.Serializable {}

    private final Run.Stamp run;
    private final long seq;
    private final int maxPageBytes;
    private final LocalDate from;
    private final LocalDate to;
    private final Broadcast<SerializableConfiguration> configuration;
    private final LongAccumulator bytesDone;
    private final LongAccumulator pagesDone;
    private final RecordCodec<Taken> codec = RecordCodec.of(Taken.class);

    TakeInputs(
            Run.Stamp run,
            long seq,
            int maxPageBytes,
            LocalDate from,
            LocalDate to,
            Broadcast<SerializableConfiguration> configuration,
            LongAccumulator bytesDone,
            LongAccumulator pagesDone) {
        this.run = run;
        this.seq = seq;
        this.maxPageBytes = maxPageBytes;
        this.from = from;
        this.to = to;
        this.configuration = configuration;
        this.bytesDone = bytesDone;
        this.pagesDone = pagesDone;
    }

    @Override
    public Iterator<Row> call(List<Order> orders) {
        Iterator<Order> remaining = orders.iterator();
        return new Iterator<>() {
            private Iterator<Taken> current = List.<Taken>of().iterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && remaining.hasNext()) {
                    current = new Reading(remaining.next());
                }
                return current.hasNext();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return codec.toRow(current.next());
            }
        };
    }

    /** One input from its first record to its row in the ledger. */
    private final class Reading implements Iterator<Taken> {

        private final Order order;
        private final Queue<Taken> ready = new ArrayDeque<>();
        /** What came last and may be cut by the file's end, a reject or the page that a plain file is. */
        private Taken last;

        private PageReader reader;
        private long position;
        private long pages;
        private long rejects;
        private boolean leavesPages;
        private boolean isOver;

        private Reading(Order order) {
            this.order = order;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !isOver) {
                advance();
            }
            return !ready.isEmpty();
        }

        @Override
        public Taken next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void advance() {
            try {
                if (reader == null) {
                    reader = open();
                }
                Optional<Item> item = reader.next();
                bytesDone.add(reader.position() - position);
                position = reader.position();
                if (item.isPresent()) {
                    take(item.get());
                } else {
                    end();
                }
            } catch (IOException e) {
                giveUp(e);
            }
        }

        /** It could be read a moment ago. Pages that came out whole are pages all the same; the rest is for a later run. */
        private void giveUp(IOException fault) {
            ready.add(Taken.of(Rejects.of(
                    run,
                    PullPages.NAME,
                    PullReason.unreadable(fault),
                    order.file().path(),
                    null,
                    null,
                    null)));
            over();
        }

        private void over() {
            isOver = true;
            bytesDone.add(Math.max(0, order.file().sizeBytes() - position));
            try {
                if (reader != null) {
                    reader.close();
                }
            } catch (IOException e) {
                // All that was wanted of it has been read.
                return;
            }
        }

        private PageReader open() throws IOException {
            Configuration hadoop = configuration.value().value();
            InputFile file = order.file();
            Source sidecar = file.sidecar() == null ? null : sidecar(file.sidecar(), hadoop);
            return PageReader.of(
                    HadoopSource.of(file.path(), file.sizeBytes(), hadoop), sidecar, new Limits(maxPageBytes));
        }

        private static Source sidecar(String path, Configuration hadoop) throws IOException {
            return HadoopSource.of(path, HadoopSource.status(path, hadoop).getLen(), hadoop);
        }

        private void take(Item item) {
            if (item instanceof Item.Captured captured) {
                if (isOutside(captured.capture().fetchTime())) {
                    leavesPages = true;
                } else {
                    pages++;
                    pagesDone.add(1);
                    give(Taken.of(row(captured)), captured.capture().archive() == null);
                }
            } else if (item instanceof Item.Revisit revisit) {
                if (isOutside(revisit.fetchTime())) {
                    leavesPages = true;
                } else {
                    give(Taken.of(row(revisit)), false);
                }
            } else if (item instanceof Item.Refused refused) {
                rejects++;
                refuse(refused.rejected(), refused.url(), refused.offset());
            }
        }

        /** By the capture time, else by the day that the path names; a page with neither is always in. */
        private boolean isOutside(Instant fetchTime) {
            LocalDate day = fetchTime == null ? order.file().day() : LocalDate.ofInstant(fetchTime, KST);
            if (day == null) {
                return false;
            }
            return day.isBefore(from) || !day.isBefore(to);
        }

        private void refuse(Rejected rejected, String url, Long offset) {
            give(Taken.of(Rejects.of(run, PullPages.NAME, rejected, order.file().path(), url, null, offset)), true);
        }

        /** Hands over what is whole at once, and else when the file has been found to be as it was. */
        private void give(Taken taken, boolean mayBeCut) {
            if (last != null) {
                ready.add(last);
            }
            last = mayBeCut ? taken : null;
            if (!mayBeCut) {
                ready.add(taken);
            }
        }

        /** A file that somebody wrote to meanwhile has no digest that is surely of the bytes read: a later run reads it. */
        private void end() throws IOException {
            long records = reader.records();
            if (!order.file().isStill(configuration.value().value())) {
                over();
                return;
            }
            if (last != null) {
                ready.add(last);
            }
            if (!leavesPages) {
                Ledger.Status status = pages == 0 && rejects > 0 ? Ledger.Status.FAILED : Ledger.Status.TAKEN;
                ready.add(Taken.of(inputRow(run, seq, order, status, records, pages, rejects)));
            }
            over();
        }

        private CapturedPage row(Item.Captured captured) {
            Capture capture = captured.capture();
            Decoded decoded = Charsets.decode(capture.content(), capture.contentType());
            return new CapturedPage(
                    capture.pageId(),
                    order.file().source(),
                    capture.url(),
                    capture.fetchTime(),
                    capture.status(),
                    capture.content(),
                    capture.content().length,
                    capture.truncated(),
                    capture.contentDigest(),
                    capture.contentType(),
                    decoded.charset(),
                    decoded.source().code(),
                    decoded.replacements(),
                    order.file().path(),
                    capture.archive(),
                    capture.archiveOffset(),
                    capture.archiveLength(),
                    captured.payloadDigest(),
                    run.runId(),
                    seq,
                    capture.fetchTime() == null ? null : LocalDate.ofInstant(capture.fetchTime(), KST));
        }

        private Taken.Revisit row(Item.Revisit r) {
            return new Taken.Revisit(
                    order.file().source(),
                    order.file().path(),
                    r.url(),
                    r.fetchTime(),
                    r.status(),
                    r.payloadDigest(),
                    r.originalUrl(),
                    r.originalTime(),
                    r.archiveOffset(),
                    r.archiveLength());
        }
    }

    static Input inputRow(
            Run.Stamp run, long seq, Order order, Ledger.Status status, long records, long pages, long rejects) {
        InputFile file = order.file();
        return new Input(
                file.path(),
                file.sizeBytes(),
                file.changeMark(),
                order.digest(),
                status.code(),
                records,
                pages,
                rejects,
                run.runId(),
                run.startedAt(),
                seq);
    }
}
