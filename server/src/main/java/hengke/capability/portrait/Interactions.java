package hengke.capability.portrait;

import hengke.capability.activity.Followed;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All signs of life as one: whatever the sources know of, about a record or about what is followed within it. The
 * product reckons with all of them, a reader is told of those that may be seen.
 */
@Component
public final class Interactions {
    /** The columns of {@link #of}. */
    static final Field<Long> RECORD = DSL.field(DSL.name("record"), SQLDataType.BIGINT);

    static final Field<String> SOURCE = DSL.field(DSL.name("source"), SQLDataType.CLOB);
    static final Field<Instant> AT = DSL.field(DSL.name("at"), SQLDataType.INSTANT);
    static final Field<String> CHANNEL = DSL.field(DSL.name("channel"), SQLDataType.CLOB);
    static final Field<Boolean> OUTCOME = DSL.field(DSL.name("outcome"), SQLDataType.BOOLEAN);

    private final List<InteractionSources> sources;
    private final LiveCatalog catalog;
    private final Access access;
    private final LiveOrganisation organisation;

    Interactions(List<InteractionSources> sources, LiveCatalog catalog, Access access, LiveOrganisation organisation) {
        this.sources = List.copyOf(sources);
        this.catalog = catalog;
        this.access = access;
        this.organisation = organisation;
    }

    /**
     * How records of a source hang on a subject.
     *
     * @param child what they are about and what lives within the subject; null: they are about the subject itself
     */
    record Path(InteractionSource source, Catalog.@Nullable Child child) {}

    /** What may count for records of this object. */
    List<InteractionSource> sources(ObjectDefinition subject) {
        return sources.stream()
                .flatMap(each -> each.of(subject).stream())
                .filter(source -> !paths(subject, source).isEmpty())
                .toList();
    }

    /** Those whose records this person may know something of; all of them when nobody in particular asks. */
    List<InteractionSource> told(ObjectDefinition subject, @Nullable Actor reader) {
        return sources(subject).stream()
                .filter(source -> reader == null || tells(reader, source))
                .toList();
    }

    List<Path> paths(ObjectDefinition subject, InteractionSource source) {
        List<Path> paths = new ArrayList<>();
        if (about(source, subject)) {
            paths.add(new Path(source, null));
        }
        catalog.current().children(subject).stream()
                .filter(child -> child.within()
                        && child.reference().type() instanceof IdType
                        && child.object().has(Followed.class)
                        && about(source, child.object()))
                .forEach(child -> paths.add(new Path(source, child)));
        return paths;
    }

    private boolean about(InteractionSource source, ObjectDefinition target) {
        return catalog.current().children(target).stream()
                .anyMatch(child -> child.object().name().equals(source.object())
                        && child.reference().equals(source.about()));
    }

    /**
     * Which record, from what source, when, by what channel, and whether something came of it.
     *
     * @param reader whose rights count; null: the product's own
     */
    Table<?> of(ObjectDefinition subject, Subjects those, @Nullable Actor reader) {
        Select<Record5<Long, String, Instant, String, Boolean>> all = none();
        List<Path> paths = told(subject, reader).stream()
                .flatMap(source -> paths(subject, source).stream())
                .filter(path -> reader == null || tells(reader, path))
                .toList();
        for (int i = 0; i < paths.size(); i++) {
            all = i == 0
                    ? along(subject, paths.get(i), those, reader)
                    : all.unionAll(along(subject, paths.get(i), those, reader));
        }
        return all.asTable("life");
    }

    private boolean tells(Actor reader, InteractionSource source) {
        ObjectDefinition object = catalog.current().object(source.object());
        return access.may(reader, object, Verb.READ)
                && source.telling().stream().allMatch(field -> access.readsThroughout(reader, object, field));
    }

    private boolean tells(Actor reader, Path path) {
        return path.child() == null
                || access.readsThroughout(
                        reader, path.child().object(), path.child().reference());
    }

    /** May this person know what came of them? */
    boolean tellsOutcome(Actor reader, InteractionSource source) {
        return source.outcome() != null
                && access.readsThroughout(reader, catalog.current().object(source.object()), source.outcome());
    }

    private Select<Record5<Long, String, Instant, String, Boolean>> along(
            ObjectDefinition subject, Path path, Subjects those, @Nullable Actor reader) {
        InteractionSource source = path.source();
        ObjectDefinition object = catalog.current().object(source.object());
        Alias row = Alias.of(object);
        Field<Long> about = row.column(source.about()).coerce(SQLDataType.BIGINT);
        Condition counted = row.living()
                .and(CriterionSql.of(source.which(), row))
                .and(row.column(source.at()).isNotNull())
                .and(seen(reader, object, row));
        Catalog.Child child = path.child();
        if (child == null) {
            return columns(about, source, row, reader)
                    .from(row.table())
                    .where(pointsAt(source, row, subject), those.among(about), counted);
        }
        Alias way = new Alias(child.object(), "way", 0);
        Field<Long> record = way.column(child.reference()).coerce(SQLDataType.BIGINT);
        return columns(record, source, row, reader)
                .from(row.table())
                .join(way.table())
                .on(about.eq(way.id()))
                .where(pointsAt(source, row, child.object()), those.among(record), counted)
                .and(way.living())
                .and(seen(reader, child.object(), way));
    }

    private Condition seen(@Nullable Actor reader, ObjectDefinition object, Alias row) {
        return reader == null
                ? DSL.noCondition()
                : CriterionSql.of(access.visibility(reader, object, Verb.READ).criterion(), row);
    }

    private org.jooq.SelectSelectStep<Record5<Long, String, Instant, String, Boolean>> columns(
            Field<Long> record, InteractionSource source, Alias row, @Nullable Actor reader) {
        boolean tellsOutcome = reader == null ? source.outcome() != null : tellsOutcome(reader, source);
        Field<Boolean> outcome = tellsOutcome && source.outcome() != null
                ? DSL.field(
                        "({0}) is true", SQLDataType.BOOLEAN, CriterionSql.of(Criterion.present(source.outcome()), row))
                : DSL.inline(false);
        return DSL.select(
                record.as(RECORD),
                DSL.inline(source.key()).as(SOURCE),
                moment(source, row).as(AT),
                channel(source, row).as(CHANNEL),
                outcome.as(OUTCOME));
    }

    /** A day begins in the company's time zone. */
    private Field<Instant> moment(InteractionSource source, Alias row) {
        Field<?> at = row.column(source.at());
        return source.at().type() instanceof DateType
                ? DSL.field(
                        "({0}::timestamp at time zone {1})",
                        SQLDataType.INSTANT,
                        at,
                        DSL.inline(organisation.get().company().timeZone().getId()))
                : at.coerce(SQLDataType.INSTANT);
    }

    private static Field<String> channel(InteractionSource source, Alias row) {
        return source.channel() == null
                ? DSL.inline(source.key())
                : row.column(source.channel()).coerce(SQLDataType.CLOB);
    }

    private static Condition pointsAt(InteractionSource source, Alias row, ObjectDefinition target) {
        return source.about().type() instanceof LinkType
                ? row.columns(source.about()).get(1).coerce(SQLDataType.CLOB).eq(DSL.inline(target.name()))
                : DSL.noCondition();
    }

    private static Select<Record5<Long, String, Instant, String, Boolean>> none() {
        return DSL.select(
                        DSL.field("null::bigint", SQLDataType.BIGINT).as(RECORD),
                        DSL.field("null::text", SQLDataType.CLOB).as(SOURCE),
                        DSL.field("null::timestamptz", SQLDataType.INSTANT).as(AT),
                        DSL.field("null::text", SQLDataType.CLOB).as(CHANNEL),
                        DSL.inline(false).as(OUTCOME))
                .where(DSL.falseCondition());
    }
}
