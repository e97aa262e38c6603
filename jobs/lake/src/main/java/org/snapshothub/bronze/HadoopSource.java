package org.snapshothub.bronze;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.snapshothub.extract.page.Source;

/** A file of any Hadoop file system, as the readers see it. */
record HadoopSource(FileSystem files, Path file, long size) implements Source {

    static HadoopSource of(String path, long size, Configuration configuration) throws IOException {
        Path file = new Path(path);
        return new HadoopSource(file.getFileSystem(configuration), file, size);
    }

    @Override
    public String path() {
        return file.toString();
    }

    @Override
    public InputStream open(long offset) throws IOException {
        FSDataInputStream stream = files.open(file);
        stream.seek(offset);
        return stream;
    }
}
