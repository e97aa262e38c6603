package org.snapshothub.publish.site.page;

/** A page of the site: a frame and what stands in it. */
public interface SitePage {

    Frame frame();
}
