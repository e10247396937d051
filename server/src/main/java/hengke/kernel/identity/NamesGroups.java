package hengke.kernel.identity;

import java.util.List;

/** Something that names groups of people and would find nobody without them. */
public interface NamesGroups {
    /** What of it names this group, as people call it. */
    List<String> naming(long group);
}
