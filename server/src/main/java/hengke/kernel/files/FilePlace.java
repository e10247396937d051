package hengke.kernel.files;

/** Somewhere that files hang besides the fields of records. */
public interface FilePlace {
    /** Does the file hang here, whoever may see it? */
    boolean holds(long file);

    /** May this person read it here? */
    boolean shows(long file, long person);
}
