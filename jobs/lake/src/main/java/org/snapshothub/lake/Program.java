package org.snapshothub.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** This program, as its build named it. */
public final class Program {

    public static final String VERSION = version();

    private Program() {}

    private static String version() {
        try (InputStream in = Program.class.getResourceAsStream("/hub.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
