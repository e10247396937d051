package hengke.web.stream;

import java.util.Set;

/** News of one thing that concerns several people: their open pages hear its id and ask for it themselves. */
public interface SharedNews {
    /** Where nodes hear of it, and what pages hear it as; the message is the id. */
    String channel();

    /** Whom it concerns now. */
    Set<Long> people(long id);
}
