package hengke.kernel.notices;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Somewhere that colleagues learn, too, that somebody was told something: never what, because they may not see the
 * record.
 */
public interface NoticeRelay {
    /**
     * Somebody was told something of a kind; passed on when this transaction commits.
     *
     * @param calls whether the person wants to be called of such things
     */
    void told(DSLContext transaction, long person, String kind, boolean calls);

    /** By kind, what the places are called where notices of a person are passed on to. */
    Map<String, List<String>> places(long person);
}
