package hengke.kernel.records;

import hengke.kernel.access.FieldRight;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.FormLayout;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.ValueRule.Effect;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.FormMeanings.Meant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds every change, whatever way it came, to what must be filled in and to what the field rules demand and lock.
 *
 * <p>A rule that locks protects what is stored, and so looks at the record as it was before the change. A rule that
 * demands looks at it as it will be, and speaks when it begins to hold or when its field is emptied: a record that was
 * incomplete before the rule came can still be changed elsewhere. What is hidden or locked is not demanded.
 */
final class FormCheck {
    private final Rights rights;
    private final FormMeanings meanings;

    FormCheck(LiveCatalog live, Rights rights) {
        this.rights = rights;
        this.meanings = new FormMeanings(live);
    }

    void check(Batch batch) {
        Set<Long> roles = batch.caller().actor().roles();
        List<Meant> rules = meanings.of(batch.object()).stream()
                .filter(meant -> meant.rule().concerns(roles))
                .toList();
        for (Edit edit : batch.open()) {
            if (edit.action() == Action.CREATE || edit.action() == Action.UPDATE) {
                new Judged(batch, edit, rules).check();
            }
        }
    }

    /** One change under the rules that concern its author. */
    private final class Judged {
        private final Batch batch;
        private final Edit edit;
        private final List<Meant> rules;
        private final boolean creates;
        private final Set<String> hidden;
        private final Map<String, Meant> locked;

        Judged(Batch batch, Edit edit, List<Meant> rules) {
            this.batch = batch;
            this.edit = edit;
            this.rules = rules;
            this.creates = edit.action() == Action.CREATE;
            this.hidden = hidden(edit.after());
            this.locked = locked(creates ? edit.after() : edit.before());
        }

        void check() {
            batch.object().with(Trait.REQUIRED).stream()
                    .filter(this::lacks)
                    .filter(field -> creates || edit.changes(field))
                    .filter(field -> !hidden.contains(field.name()))
                    .forEach(field -> edit.refuse(field, Message.of("records.required")));
            if (byAPerson()) {
                locked.forEach(this::keep);
            }
            with(Effect.REQUIRE).filter(meant -> meant.holds(edit.after())).forEach(this::demand);
        }

        private Stream<Meant> with(Effect effect) {
            return rules.stream().filter(meant -> meant.rule().effect() == effect);
        }

        private boolean lacks(Field<?> field) {
            return edit.after().get(field) == null;
        }

        /** The product's own follow-up is not stopped by a lock; an undo is somebody's wish. */
        private boolean byAPerson() {
            return !batch.caller().unlimited() || batch.operation().kind() == Operation.Kind.UNDO;
        }

        private Set<String> hidden(Row row) {
            Set<String> names = new HashSet<>();
            Set<String> shown = new HashSet<>();
            with(Effect.SHOW)
                    .forEach(meant -> (meant.holds(row) ? shown : names)
                            .addAll(meant.rule().fields()));
            names.removeAll(shown);
            with(Effect.HIDE)
                    .filter(meant -> meant.holds(row))
                    .forEach(meant -> names.addAll(meant.rule().fields()));
            return names;
        }

        private Map<String, Meant> locked(Row row) {
            Map<String, Meant> names = new LinkedHashMap<>();
            with(Effect.LOCK)
                    .filter(meant -> meant.holds(row))
                    .forEach(meant -> meant.rule().fields().forEach(field -> names.putIfAbsent(field, meant)));
            return names;
        }

        private void keep(String name, Meant meant) {
            batch.object()
                    .field(name)
                    .filter(field -> creates
                            ? edit.asked(field) && !lacks(field) && !FormLayout.demanded(field)
                            : edit.changes(field))
                    .ifPresent(field -> edit.refuse(field, said("records.ruleLocked", meant)));
        }

        private void demand(Meant meant) {
            boolean begins = creates || !meant.holds(edit.before());
            for (String name : meant.rule().fields()) {
                if (!hidden.contains(name) && !locked.containsKey(name)) {
                    batch.object()
                            .field(name)
                            .filter(this::lacks)
                            .filter(field -> begins || edit.changes(field))
                            .ifPresent(field -> refuseWithout(field, meant));
                }
            }
        }

        private void refuseWithout(Field<?> field, Meant meant) {
            FieldRight right = batch.caller().unlimited()
                    ? FieldRight.EDIT
                    : rights.right(batch.caller().actor(), batch.object(), field);
            switch (right) {
                case EDIT -> edit.refuse(field, said("records.ruleRequired", meant));
                case READ, MASKED -> edit.refuse(field, Message.of("records.ruleRequiredUnwritable"));
                case HIDDEN ->
                    edit.refuse(
                            new Refusal.Conflict("demandsHidden", Message.of("records.ruleDemandsHidden"), Map.of()));
            }
        }

        /** The name of a rule tells something of the values it asks about, and is kept from who may not read them. */
        private Message said(String key, Meant meant) {
            boolean readable = meant.rule().asked().stream()
                    .flatMap(name -> batch.object().field(name).stream())
                    .allMatch(field -> rights.right(batch.caller().actor(), batch.object(), field)
                            .atLeast(FieldRight.READ));
            return readable ? Message.of(key, meant.rule().name()) : Message.of(key + "Plain");
        }
    }
}
