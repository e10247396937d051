package hengke.capability.stage;

import hengke.kernel.access.Access;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Role;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.Transitions.Demanding;
import hengke.kernel.metadata.Transitions.Free;
import hengke.kernel.metadata.Transitions.Reserved;
import hengke.kernel.metadata.Transitions.Unlisted;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses moves of a status that the rules do not allow, whatever way the change came: form, cell, bulk, import, API,
 * undo. What follows from another change in the product's own name is asked everything but the roles; a slip that its
 * author takes back at once is asked nothing, unless the move was to last.
 */
@Component
final class KeepTransitions implements Rule {
    private final Access access;
    private final LiveOrganisation organisation;

    KeepTransitions(Access access, LiveOrganisation organisation) {
        this.access = access;
        this.organisation = organisation;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return !object.transitions().isEmpty();
    }

    @Override
    public void before(Batch batch) {
        ObjectDefinition object = batch.object();
        object.transitions()
                .forEach((name, rules) -> object.field(name)
                        .ifPresent(status -> batch.open().stream()
                                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                                .forEach(edit -> new Move(batch, edit, status, rules).check())));
    }

    /** One record on its way from one value to another, or staying where it is. */
    private final class Move {
        private final Batch batch;
        private final Edit edit;
        private final Field<?> status;
        private final Transitions rules;
        private final @Nullable String from;
        private final @Nullable String to;

        Move(Batch batch, Edit edit, Field<?> status, Transitions rules) {
            this.batch = batch;
            this.edit = edit;
            this.status = status;
            this.rules = rules;
            this.from = (String) edit.before().get(status);
            this.to = (String) edit.after().get(status);
        }

        void check() {
            if (Objects.equals(from, to)) {
                rules.held(to).forEach(this::keepFilled);
                return;
            }
            if (edit.back() != null && rules.lasts(to, from)) {
                edit.refuse(status, Message.of("stage.lasting", status.label(), spoken(to), spoken(from)));
                return;
            }
            if (edit.back() == Draft.Back.AT_ONCE) {
                return;
            }
            Set<Long> held = batch.caller().actor().roles();
            switch (rules.judge(from, to, move -> unasked() || move.open(held))) {
                case Free() -> {}
                case Unlisted() ->
                    edit.refuse(status, Message.of("stage.unlisted", status.label(), spoken(from), spoken(to)));
                case Reserved(Set<Long> roles) ->
                    edit.refuse(
                            status,
                            Message.of("stage.reserved", status.label(), spoken(from), spoken(to), named(roles)));
                case Demanding(List<String> required) -> required.forEach(this::demand);
            }
        }

        /** The product is not asked for roles; somebody who takes a change back long after is. */
        private boolean unasked() {
            return batch.caller().unlimited()
                    && (edit.back() == null || batch.caller().actor().system());
        }

        private void demand(String name) {
            missing(name).ifPresent(field -> {
                boolean hidden = !batch.caller().unlimited()
                        && access.right(batch.caller().actor(), batch.object(), field) == FieldRight.HIDDEN;
                if (hidden) {
                    edit.refuse(status, Message.of("stage.demandsHidden", status.label(), spoken(to)));
                } else {
                    edit.refuse(field, Message.of("stage.demands", status.label(), spoken(to)));
                }
            });
        }

        /** What was asked for on the way in is not emptied afterwards. */
        private void keepFilled(String name) {
            missing(name)
                    .filter(edit::changes)
                    .ifPresent(field -> edit.refuse(field, Message.of("stage.held", status.label(), spoken(to))));
        }

        private Optional<Field<?>> missing(String name) {
            return batch.object().field(name).filter(field -> edit.after().get(field) == null);
        }

        private Object spoken(@Nullable String value) {
            List<Option> options = status.type() instanceof ChoiceType(List<Option> all) ? all : List.of();
            return options.stream()
                    .filter(option -> option.value().equals(value))
                    .<Object>map(Option::label)
                    .findFirst()
                    .orElseGet(() -> Message.of(edit.action() == Action.CREATE ? "stage.new" : "stage.none"));
        }
    }

    private String named(Set<Long> roles) {
        return roles.stream()
                .sorted()
                .flatMap(id -> organisation.get().role(id).stream())
                .map(Role::name)
                .collect(Collectors.joining("、"));
    }
}
