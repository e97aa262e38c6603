package org.snapshothub.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.Needs;
import org.snapshothub.Repository;

/**
 * The files for Kubernetes, read by the client that Spark itself would read them with. No cluster has seen them: this says
 * that each field is one of the API's and of its type, and no more.
 */
class KubernetesIT {

    /** Where the client puts fields it doesn't know. */
    private static final Pattern UNKNOWN = Pattern.compile("additionalProperties=\\{[^}]");

    @ParameterizedTest
    @ValueSource(strings = {"namespace.yaml", "pod-template.yaml"})
    void everyFieldIsOneOfTheApi(String name) throws Exception {
        String read = read(Files.readString(Repository.path("conf/kubernetes").resolve(name)));

        assertThat(read).contains("additionalProperties={}").doesNotContainPattern(UNKNOWN);
    }

    @Test
    void aFieldThatTheApiDoesNotHaveIsFoundOut() throws Exception {
        String misspelt = """
                apiVersion: v1
                kind: Pod
                spec:
                  restart: Never
                """;

        assertThat(read(misspelt)).containsPattern(UNKNOWN);
    }

    /** The objects of a file, as the client prints them. */
    private static String read(String yaml) throws Exception {
        Path spark = Path.of(Needs.variable("HUB_SPARK_HOME", "install a Spark with Kubernetes, e.g. by pip"));
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        try (URLClassLoader client = new URLClassLoader(jars(spark), ClassLoader.getPlatformClassLoader());
                InputStream input = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))) {
            thread.setContextClassLoader(client);
            return client.loadClass("io.fabric8.kubernetes.client.utils.Serialization")
                    .getMethod("unmarshal", InputStream.class)
                    .invoke(null, input)
                    .toString();
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    private static URL[] jars(Path spark) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(spark.resolve("jars"))) {
            for (Path jar : files.sorted().toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }
}
