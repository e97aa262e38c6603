package org.snapshothub.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snapshothub.Needs;
import org.snapshothub.Subprocess;

/** An S3 store on the loopback: moto's server, a process that ends with the test. */
record Moto(Subprocess server, URI address) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern LISTENING = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");

    /** Starts a store with one empty bucket. */
    static Moto with(String bucket) throws IOException, InterruptedException {
        String python = Needs.variable("HUB_PYTHON", "install Python with moto, flask and flask-cors");
        Subprocess server =
                Subprocess.start(new ProcessBuilder(python, "-m", "moto.server", "--host", "127.0.0.1", "--port", "0"));
        String address = server.awaitSaid(LISTENING, Duration.ofMinutes(1)).group(1);
        Moto moto = new Moto(server, URI.create(address));
        moto.put(bucket, BodyPublishers.noBody());
        return moto;
    }

    /** What Spark has to be told of the store; the keys are moto's, which takes any. */
    Map<String, String> properties() {
        return Map.of(
                "fs.s3a.endpoint", address.toString(),
                "fs.s3a.endpoint.region", "us-east-1",
                "fs.s3a.path.style.access", "true",
                "fs.s3a.connection.ssl.enabled", "false",
                "fs.s3a.access.key", "any",
                "fs.s3a.secret.key", "any");
    }

    /** Stores the files of a folder under {@code prefix}, e.g. {@code bucket/landing}. */
    void put(String prefix, Path folder) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> below = Files.walk(folder)) {
            files = below.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            put(prefix + "/" + folder.relativize(file), BodyPublishers.ofFile(file));
        }
    }

    private void put(String key, HttpRequest.BodyPublisher content) throws IOException, InterruptedException {
        HttpRequest put =
                HttpRequest.newBuilder(address.resolve("/" + key)).PUT(content).build();
        int status = HTTP.send(put, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("moto answered " + status + " to PUT " + put.uri());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
