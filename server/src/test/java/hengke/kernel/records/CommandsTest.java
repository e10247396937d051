package hengke.kernel.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Company;
import hengke.kernel.access.Department;
import hengke.kernel.access.Grant;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.RegionOwners;
import hengke.kernel.access.Role;
import hengke.kernel.access.Scope;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.testing.TestDatabase;
import hengke.testing.TestSchema;
import java.time.Clock;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandsTest {
    private static final long ANA = 1;
    private static final long BEN = 2;
    private static final long CEM = 3;

    /** A door that can be locked for somebody, which nobody may write by hand. */
    static final class Door extends BusinessObject {
        final Field<String> label = text("label").label("名称", "Name").required().title();
        final Field<Long> keeper = user("keeper").label("保管人", "Keeper").derived();
        final Field<String> note = text("note").label("备注", "Note");

        Door() {
            super("door", "门", "Door", "Doors");
            application("house", "door");
        }
    }

    private static final Door DOOR = new Door();

    /** Locks doors that are open. */
    static final class Lock implements Command {
        static final Field<Long> KEEPER = Field.of("keeper", new IdType(new IdType.User()), "保管人", "Keeper")
                .required();
        static final Field<String> NOTE = Field.of("note", new TextualType(TextualType.Form.TEXT, 20), "备注", "Note");

        @Override
        public String name() {
            return "lock";
        }

        @Override
        public Label label() {
            return new Label("上锁", "Lock");
        }

        @Override
        public boolean concerns(ObjectDefinition object) {
            return object.name().equals("door");
        }

        @Override
        public List<Field<?>> input(ObjectDefinition object) {
            return List.of(KEEPER, NOTE);
        }

        @Override
        public Criterion offered(ObjectDefinition object, Actor actor) {
            return Criterion.not(Criterion.present(DOOR.keeper));
        }

        @Override
        public List<Verdict> run(Run run) {
            Map<Field<?>, Object> locked = Map.of(DOOR.keeper, run.input().need(KEEPER));
            List<Row> doors = new Pages(run.database())
                    .byIds(run.object(), Visibility.EVERYTHING, run.records(), List.of(DOOR.keeper));
            return run.records().stream()
                    .map(id -> doors.stream().anyMatch(door -> door.id() == id && door.get(DOOR.keeper) != null)
                            ? new Verdict.Refused(Refusal.Invalid.at("keeper", Message.of("records.readOnly")))
                            : run.write(List.of(Draft.update(id, null, locked))).getFirst())
                    .toList();
        }
    }

    private final TestDatabase database = TestSchema.of(DOOR);
    private final LiveCatalog catalog = new LiveCatalog(Catalog.of(DOOR));
    private final ObjectDefinition door = catalog.current().object("door");
    private final Organisation organisation = organisation();
    private final Access access = new Access(catalog, () -> organisation, Clock.systemUTC());
    private final Rights rights = new AccessRights(access, () -> organisation);
    private final Writer writer =
            new Writer(database.dsl(), database.dsl(), catalog, rights, List.of(), RollUpsTest.CNY, Clock.systemUTC());
    private final Commands commands =
            new Commands(writer, access, rights, Clock.systemUTC(), List.of(new Lock()), List.of());

    CommandsTest() {
        organisation
                .people()
                .forEach(person -> database.dsl()
                        .execute(
                                "insert into person (id, login, name) values (?, ?, ?)",
                                person.id(),
                                person.login(),
                                person.name()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void it_writes_what_nobody_may_write_by_hand_and_is_taken_back_as_one() {
        long id = door("前门");
        Operation locked = commands.run(caller(BEN), door, id, "lock", input("{'keeper':3}"));
        assertThat(keeper(id)).isEqualTo(CEM);
        assertThat(locked.label()).isEqualTo("上锁 门");
        new Undo(database.dsl(), writer, rights, List.of()).undo(Caller.SYSTEM, locked.id(), true);
        assertThat(keeper(id)).isNull();
    }

    @Test
    void who_may_not_run_it_or_not_see_the_record_changes_nothing() {
        long id = door("前门");
        assertThatThrownBy(() -> commands.run(caller(CEM), door, id, "lock", input("{'keeper':3}")))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> commands.run(caller(BEN), door, id + 1, "lock", input("{'keeper':3}")))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> commands.run(caller(BEN), door, id, "open", input("{}")))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(keeper(id)).isNull();
        assertThat(operations()).isZero();
    }

    @Test
    void wrong_input_is_said_at_its_field() {
        long id = door("前门");
        assertThat(errors(id, "{}")).containsExactly("keeper");
        assertThat(errors(id, "{'keeper':99}")).containsExactly("keeper");
        assertThat(errors(id, "{'keeper':3,'note':'" + "x".repeat(21) + "'}")).containsExactly("note");
        assertThat(errors(id, "{'keeper':3,'label':'x'}")).containsExactly("label");
        assertThat(operations()).isZero();
    }

    @Test
    void of_several_each_has_a_verdict_of_its_own_unless_they_are_one_thing() {
        long first = door("前门");
        long second = door("后门");
        commands.run(caller(BEN), door, first, "lock", input("{'keeper':3}"));
        List<Verdict> verdicts = writer.inTransaction(transaction -> commands.run(
                transaction,
                caller(BEN),
                OperationLog.open(
                        transaction, caller(BEN), Operation.Kind.BULK, "door", "", Operation.Status.RUNNING, 3),
                door,
                "lock",
                input("{'keeper':2}"),
                List.of(first, second, second + 1)));
        assertThat(verdicts)
                .extracting(verdict -> verdict instanceof Verdict.Written)
                .containsExactly(false, true, false);
        assertThat(keeper(first)).isEqualTo(CEM);
        assertThat(keeper(second)).isEqualTo(BEN);

        long third = door("侧门");
        assertThatThrownBy(() ->
                        commands.runTogether(caller(BEN), door, List.of(third, second), "lock", input("{'keeper':2}")))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(keeper(third)).isNull();
    }

    @Test
    void it_is_offered_to_those_who_may_on_records_where_it_makes_sense() {
        long id = door("前门");
        assertThat(offered(BEN, id)).containsExactly("lock");
        assertThat(offered(CEM, id)).isEmpty();
        commands.run(caller(BEN), door, id, "lock", input("{'keeper':3}"));
        assertThat(offered(BEN, id)).isEmpty();
    }

    private Set<String> offered(long person, long id) {
        Row stored = new Pages(database.dsl())
                .byIds(door, Visibility.EVERYTHING, List.of(id), List.of(DOOR.keeper))
                .getFirst();
        return Access.holding(
                database.dsl(), door, commands.offered(caller(person).actor(), door), stored);
    }

    private long door(String name) {
        return writer.save(Caller.SYSTEM, door, Draft.create(Map.of(DOOR.label, name)))
                .row()
                .id();
    }

    private @Nullable Long keeper(long id) {
        return new Pages(database.dsl())
                .byIds(door, Visibility.EVERYTHING, List.of(id), List.of(DOOR.keeper))
                .getFirst()
                .get(DOOR.keeper);
    }

    private int operations() {
        return database.dsl().fetchCount(DSL.table("operation"), DSL.condition("kind = 'command'"));
    }

    private List<String> errors(long id, String input) {
        try {
            commands.run(caller(BEN), door, id, "lock", input(input));
        } catch (Refusal.Invalid refusal) {
            return refusal.errors().stream().map(Refusal.FieldError::field).toList();
        }
        throw new AssertionError("was not refused");
    }

    private Caller caller(long person) {
        return Caller.of(organisation.actor(person), "web");
    }

    private static ObjectNode input(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private static Organisation organisation() {
        List<Grant> reads = List.of(new Grant("door", Verb.READ, new Scope.All()));
        return new Organisation(
                1,
                new Company("Acme", "Acme", ZoneId.of("Asia/Shanghai"), "CNY", Month.JANUARY),
                List.of(person(ANA, "ana"), person(BEN, "ben", 1L), person(CEM, "cem", 2L)),
                List.of(new Department(1, "company", null, ANA, 1)),
                List.of(
                        new Role(1, "keepers", false, reads, List.of(), Set.of("door.lock"), 1),
                        new Role(2, "guests", false, reads, List.of(), Set.of(), 1)),
                List.of(),
                List.of(),
                List.of(),
                RegionOwners.NONE);
    }

    private static Person person(long id, String login, Long... roles) {
        return new Person(id, login, login, null, null, 1L, null, List.of(), true, Set.of(roles), 1);
    }
}
