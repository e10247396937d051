package hengke.web.pools;

/** An id with what it is called. */
record Labelled(long id, String label) {}
