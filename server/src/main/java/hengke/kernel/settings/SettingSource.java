package hengke.kernel.settings;

/** Settings that depend on what there is, e.g. one for each object. Offered as a bean. */
@FunctionalInterface
public interface SettingSource {
    /** The group as it is now; without settings it is not shown. */
    SettingGroup group();
}
