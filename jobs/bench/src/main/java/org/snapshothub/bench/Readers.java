package org.snapshothub.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.snapshothub.extract.article.ArticleExtractor;
import org.snapshothub.extract.article.Fingerprint;
import org.snapshothub.extract.article.PageArticle;
import org.snapshothub.extract.observation.WidgetExtractor;
import org.snapshothub.extract.page.Charsets;
import org.snapshothub.extract.page.Decoded;
import org.snapshothub.extract.page.Page;
import org.snapshothub.extract.usecase.UseCaseExtractor;

/** What reading an archive costs without the program: the floor, and a reader on one thread that stores nothing. */
final class Readers {

    private Readers() {}

    static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".warc.gz")).sorted().toList();
        }
    }

    /** Bytes that unpacking gives. */
    static long gunzip(List<Path> archives) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (Path archive : archives) {
            try (InputStream in =
                    new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive), 1 << 16), 1 << 16)) {
                int read = in.read(buffer);
                while (read >= 0) {
                    bytes += read;
                    read = in.read(buffer);
                }
            }
        }
        return bytes;
    }

    /** Things found by jwarc, jsoup and the same extractors, on one thread and without Spark. */
    static long oneThread(List<Path> archives) throws IOException {
        long found = 0;
        for (Path archive : archives) {
            try (WarcReader reader = new WarcReader(archive)) {
                for (WarcRecord record : reader) {
                    if (record instanceof WarcResponse response) {
                        byte[] content = response.http().body().stream().readAllBytes();
                        Decoded decoded = Charsets.decode(
                                content, response.http().contentType().toString());
                        Page page = new Page(response.target(), response.date(), "text/html", decoded.text());
                        found += page.document().text().isEmpty() ? 0 : 1;
                        found += extract(page);
                    }
                }
            }
        }
        return found;
    }

    private static long extract(Page page) {
        long found = WidgetExtractor.bundled().extract(page).found().isPresent() ? 1 : 0;
        PageArticle article = ArticleExtractor.extract(page).found().orElse(null);
        if (article == null) {
            return found;
        }
        return found
                + Fingerprint.of(article.body()).bands().length
                + UseCaseExtractor.extract(article.title(), article.body()).size();
    }
}
