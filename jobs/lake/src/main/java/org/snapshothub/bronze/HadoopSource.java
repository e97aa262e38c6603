package org.snapshothub.bronze;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.snapshothub.extract.page.Source;

/** A file of any Hadoop file system, as the readers see it. */
record HadoopSource(FileSystem files, Path file, long size) implements Source {

    static HadoopSource of(String path, long size, Configuration configuration) throws IOException {
        Path file = new Path(path);
        FileSystem files = file.getFileSystem(configuration);
        // Hadoop looks for checksums of its own beside a local file, and fails where its name holds a colon.
        return new HadoopSource(files instanceof LocalFileSystem local ? local.getRawFileSystem() : files, file, size);
    }

    /** What the store says of a file now. */
    static FileStatus status(String path, Configuration configuration) throws IOException {
        HadoopSource source = of(path, 0, configuration);
        return source.files().getFileStatus(source.file());
    }

    @Override
    public String path() {
        return file.toString();
    }

    /** A pipe on a local disk would be waited at for ever, and a device never ends; what is absent is another matter. */
    static boolean isIrregular(Path file) {
        File onDisk = new File(file.toUri().getPath());
        return "file".equals(file.toUri().getScheme()) && onDisk.exists() && !onDisk.isFile();
    }

    @Override
    public InputStream open(long offset) throws IOException {
        if (isIrregular(file)) {
            throw new IOException(file + " is no regular file");
        }
        FSDataInputStream stream = files.open(file);
        stream.seek(offset);
        return stream;
    }
}
