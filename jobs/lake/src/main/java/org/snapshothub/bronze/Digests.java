package org.snapshothub.bronze;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.snapshothub.extract.record.Sha256;

/**
 * Digests inputs on an executor. The digest alone decides whether an input is new: it covers the bytes of the file, and
 * those of its sidecar where it has one, since the sidecar is part of what the page is.
 */
final class Digests implements FlatMapFunction<List<InputFile>, Digests.Digested> {

    private static final long serialVersionUID = 1L;

    /** An input and its digest, or why it can't be read. */
    record Digested(InputFile file, String digest, String fault) implements java.io.Serializable {}

    private final Broadcast<SerializableConfiguration> configuration;

    Digests(Broadcast<SerializableConfiguration> configuration) {
        this.configuration = configuration;
    }

    @Override
    public Iterator<Digested> call(List<InputFile> files) {
        List<Digested> digested = new ArrayList<>(files.size());
        for (InputFile file : files) {
            digested.add(digested(file));
        }
        return digested.iterator();
    }

    private Digested digested(InputFile file) {
        try {
            MessageDigest sha = Sha256.digest();
            update(sha, file.path());
            if (file.sidecar() != null) {
                update(sha, file.sidecar());
            }
            return new Digested(file, "sha256:" + HexFormat.of().formatHex(sha.digest()), null);
        } catch (IOException e) {
            return new Digested(file, null, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void update(MessageDigest sha, String path) throws IOException {
        Configuration hadoop = configuration.value().value();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = HadoopSource.of(path, 0, hadoop).open(0)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
        }
    }
}
