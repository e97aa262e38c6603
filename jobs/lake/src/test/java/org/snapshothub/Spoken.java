package org.snapshothub;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.snapshothub.cli.Hub;

/** What a command line answered: exit code and both outputs. Runs in this JVM, on the tests' session. */
public record Spoken(int code, String out, String err) {

    public static Spoken by(String... arguments) {
        System.setProperty("hub.embedded", "true");
        System.setProperty("hub.home", Repository.path("").toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Hub.execute(arguments);
            return new Spoken(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }
}
