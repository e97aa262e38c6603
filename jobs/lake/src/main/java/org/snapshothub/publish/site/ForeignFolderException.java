package org.snapshothub.publish.site;

import java.nio.file.Path;
import org.snapshothub.lake.HubException;
import org.snapshothub.lake.Outcome;

/** A site's folder holds things we did not write: we neither delete them nor write among them. */
public final class ForeignFolderException extends HubException {

    private static final long serialVersionUID = 1L;

    ForeignFolderException(Path folder, String found) {
        super(
                Outcome.USAGE,
                folder + " is not a site of ours (it holds " + found + " and no " + SiteFolder.MARKER
                        + "): name an empty or new folder with --site");
    }
}
