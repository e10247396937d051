package hengke.announcements;

import hengke.kernel.events.EventKind;

/**
 * Those it is for are still to be told.
 *
 * @param turn of telling: a day's reminder tells nobody twice
 */
record PublishedAnnouncement(long announcement, String turn) {
    static final EventKind<PublishedAnnouncement> KIND =
            new EventKind<>("announcement.published", PublishedAnnouncement.class);
}
