package org.snapshothub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * Archives of made-up pages, one record a page, gzip member by member as crawlers write them.
 *
 * @param pages what the pages are
 * @param pagesPerHour how many are captured in one hour
 * @param start when the first is captured
 * @param pagesPerArchive a new archive begins after so many
 */
record Corpus(MadePages pages, int pagesPerHour, Instant start, int pagesPerArchive) {

    /** The page numbers from {@code from} to before {@code to} as archives in {@code folder}; none is made twice. */
    Path write(Path folder, int from, int to) throws IOException {
        Files.createDirectories(folder);
        List<Integer> firsts = java.util.stream.IntStream.iterate(from, i -> i < to, i -> i + pagesPerArchive)
                .boxed()
                .toList();
        firsts.parallelStream().forEach(first -> {
            Path archive = folder.resolve(String.format("pages-%09d.warc.gz", first));
            try {
                if (!Files.exists(archive)) {
                    Path unfinished = folder.resolve("." + archive.getFileName());
                    archive(unfinished, first, Math.min(to, first + pagesPerArchive));
                    Files.move(unfinished, archive);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return folder;
    }

    private void archive(Path file, int from, int to) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                WarcWriter writer = new WarcWriter(channel, WarcCompression.GZIP)) {
            for (int i = from; i < to; i++) {
                Instant captured = start.plusSeconds((long) i * 3600 / pagesPerHour);
                String url = pages.url(i);
                HttpResponse answer = new HttpResponse.Builder(200, "OK")
                        .addHeader("Server", "nginx")
                        .body(
                                MediaType.parse("text/html; charset=utf-8"),
                                pages.html(i, captured).getBytes(StandardCharsets.UTF_8))
                        .build();
                writer.write(new WarcResponse.Builder(URI.create(url))
                        .date(captured)
                        .body(answer)
                        .build());
            }
        }
    }
}
