package org.snapshothub.cli;

import org.snapshothub.lake.Program;
import picocli.CommandLine.IVersionProvider;

/** What {@code hub --version} says. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"snapshot-hub " + Program.VERSION};
    }
}
