package hengke.web.approvals;

import hengke.web.Labelled;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One approval as somebody who has to do with it sees it.
 *
 * @param title of the record; null for whoever may not see it
 * @param opens may this person open the record?
 * @param form counts how often what is decided about was changed
 * @param fields those that this person may see
 * @param lines the same of its lines
 * @param steps what was, is, and will be if everybody agrees
 * @param mine the tasks this person can deal with now
 * @param takesBack the tasks whose agreement this person may try to take back
 * @param can what else this person can do
 */
record ApprovalJson(
        long id,
        String name,
        String object,
        String label,
        long record,
        @Nullable String title,
        boolean opens,
        Labelled starter,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        int form,
        List<FieldJson> fields,
        List<LinesJson> lines,
        List<StepJson> steps,
        List<DoneJson> log,
        List<MineJson> mine,
        List<Integer> takesBack,
        List<String> can) {

    /**
     * A value as text.
     *
     * @param now what it is now, where that differs from what was submitted
     */
    record FieldJson(
            String name,
            String label,
            String text,
            @Nullable String now) {}

    /** Lines of one kind, as texts. */
    record LinesJson(String name, String label, List<String> columns, List<List<String>> rows) {}

    /**
     * A step.
     *
     * @param state passed, current, ahead, rejected, returned, cancelled or undone
     * @param auto why nobody was asked
     */
    record StepJson(
            String node,
            String name,
            String kind,
            String state,
            @Nullable String mode,
            int ratio,
            int round,
            @Nullable String auto,
            List<WordJson> people) {}

    /**
     * Somebody at a step.
     *
     * @param by who has answered for them
     * @param asked who is to give an opinion first
     * @param live it is their turn
     * @param removable this person may take them out
     */
    record WordJson(
            int number,
            Labelled person,
            @Nullable Labelled by,
            @Nullable Labelled asked,
            String word,
            boolean live,
            boolean added,
            boolean removable,
            @Nullable Instant dueAt) {}

    /** A file that was said with something. */
    record FileJson(long id, String name, long size, String type) {}

    /** What was done once. */
    record DoneJson(
            long id,
            Instant at,
            @Nullable Labelled person,
            @Nullable Labelled actingFor,
            String kind,
            @Nullable String step,
            @Nullable String comment,
            List<FileJson> files,
            List<Labelled> people,
            @Nullable String detail,
            List<FieldJson> changes) {}

    /**
     * A task of the reader.
     *
     * @param actingFor in whose place
     * @param opinion only an opinion is asked
     * @param returns to where it can be returned
     * @param form what may be written while deciding
     * @param toName the steps whose people are to be named with an agreement
     * @param choices of all steps of which that may be asked, where the form is changed
     */
    record MineJson(
            long id,
            int number,
            String step,
            @Nullable Labelled actingFor,
            boolean opinion,
            List<TargetJson> returns,
            FormJson form,
            List<String> toName,
            List<ChoiceJson> choices) {}

    /**
     * Fields to fill in.
     *
     * @param fields as the catalog describes them
     * @param values as they are now
     */
    record FormJson(List<ObjectNode> fields, ObjectNode values, List<FormLinesJson> lines) {}

    /** The same of the lines of one kind. */
    record FormLinesJson(String name, String label, List<ObjectNode> fields, List<FormLineJson> rows) {}

    /** A line, with what it is called. */
    record FormLineJson(long id, String title, ObjectNode values) {}

    /** A step to return to. */
    record TargetJson(String node, String name) {}

    /**
     * A task or an approval in a list.
     *
     * @param task null where it is not about one
     * @param step at which it is
     * @param figures what its step shows of the record, in short
     */
    record EntryJson(
            long approval,
            @Nullable Long task,
            String name,
            String object,
            String label,
            long record,
            @Nullable String title,
            Labelled starter,
            String status,
            @Nullable String step,
            @Nullable Labelled actingFor,
            @Nullable String word,
            List<FieldJson> figures,
            Instant at,
            @Nullable Instant dueAt,
            boolean unread) {}

    /** What a record's page tells of its approvals. */
    record OfRecordJson(
            @Nullable String template,
            boolean maySubmit,
            List<ChoiceJson> choices,
            List<StepJson> path,
            List<ApprovalJson> approvals) {}

    /** People whom the one who submits, or agrees before, has to name. */
    record ChoiceJson(String node, String name, boolean several, List<Labelled> among) {}

    /** A constant as it goes over the wire, e.g. {@code inTurn}. */
    static String wire(Enum<?> value) {
        String[] words = value.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder wire = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            wire.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return wire.toString();
    }
}
