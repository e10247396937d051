package hengke.kernel.configuration;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Sources.Source;
import java.util.Map;
import java.util.Set;

/**
 * What administrators set up beside objects and fields, and what speaks of fields there: rules, for example. As a bean it
 * is named when such a field is to be deleted, and the field stays until nothing there speaks of it any more.
 */
public interface SpeaksOfFields {
    /** What is set up here, by the name it has in the log of administration. */
    String area();

    /** Each part by its name, with the fields that it could not be without. */
    Map<Label, Set<Source>> parts(Catalog catalog);
}
