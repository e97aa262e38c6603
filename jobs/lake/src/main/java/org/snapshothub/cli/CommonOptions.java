package org.snapshothub.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.snapshothub.lake.Settings;
import picocli.CommandLine.Option;

/** The options that every command knows. */
final class CommonOptions {

    @Option(
            names = "--lake",
            paramLabel = "URI",
            description = "Where the tables are (default: ${lake.default:-data/lake}).")
    private String lake;

    @Option(names = "--site", paramLabel = "DIR", description = "Folder of the published report (default: data/site).")
    private String site;

    @Option(names = "--conf", paramLabel = "FILE", description = "Configuration (default: conf/hub.conf).")
    private Path conf;

    @Option(names = "--json", description = "One JSON document on stdout; logs go to stderr.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The settings of the file, or the defaults where there is none, with what the command line says over them. */
    Settings settings() {
        Path home = home();
        Path usual = home.resolve("conf/hub.conf");
        Settings settings;
        if (conf != null) {
            settings = Settings.load(conf, home);
        } else {
            settings = Files.exists(usual) ? Settings.load(usual, home) : Settings.defaults(home);
        }
        settings = lake == null ? settings : settings.withLake(lake);
        return site == null ? settings : settings.withSite(site);
    }

    /** The project's folder, told by the launcher; else the current one. */
    static Path home() {
        return Path.of(System.getProperty("hub.home", "")).toAbsolutePath();
    }
}
