package org.snapshothub.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, from its build. */
public final class Version implements IVersionProvider {

    static final String PROGRAM = read();

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("/hub.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"snapshot-hub " + PROGRAM};
    }
}
