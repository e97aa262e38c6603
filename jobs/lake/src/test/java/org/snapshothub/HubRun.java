package org.snapshothub;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.snapshothub.cli.Hub;

/**
 * A command line run in this JVM on its one session, as the launcher runs it embedded in a JVM of its own.
 *
 * @param output what it wrote to stdout
 * @param errors what it wrote to stderr
 */
public record HubRun(int exitCode, String output, String errors) {

    public static synchronized HubRun of(String... arguments) {
        System.setProperty("hub.embedded", "true");
        System.setProperty("hub.home", Repository.path("").toString());
        LakeTest.spark();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int code = Hub.execute(arguments);
            return new HubRun(code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
