package hengke.capability.share;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done to the teams of records, by whoever may edit these: the same colleague in each. */
abstract class TeamCommand implements Command {
    static final Field<Long> MEMBER =
            Field.of("user", new IdType(new IdType.User()), "成员", "Member").required();

    private final Share share;
    private final Access access;
    private final LiveCatalog catalog;

    TeamCommand(Share share, Access access, LiveCatalog catalog) {
        this.share = share;
        this.access = access;
        this.catalog = catalog;
    }

    /** What becomes of the member of one record; none where nothing is to be done. */
    abstract @Nullable Draft draft(Row input, Link about, @Nullable Row member);

    final Share share() {
        return share;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Shared.class);
    }

    /** Those the person may edit. */
    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return access.visibility(actor, object, Verb.EDIT).criterion();
    }

    @Override
    public List<Verdict> run(Run run) {
        Set<Long> editable =
                access.reached(run.database(), run.caller().actor(), run.object(), Verb.EDIT, run.records());
        Map<Link, Row> members = members(run, editable);
        Map<Long, Verdict> verdicts = new HashMap<>();
        List<Long> records = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (long id : run.records()) {
            Link about = new Link(run.object().name(), id);
            if (!editable.contains(id)) {
                verdicts.put(
                        id,
                        new Verdict.Refused(new Refusal.Forbidden(
                                Message.of("records.verb.edit", run.object().label()))));
                continue;
            }
            Draft draft = draft(run.input(), about, members.get(about));
            if (draft == null) {
                verdicts.put(id, new Verdict.Written(Row.EMPTY, false));
            } else {
                records.add(id);
                drafts.add(draft);
            }
        }
        List<Verdict> written = run.writing().write(catalog.current().object(share.name()), drafts);
        for (int i = 0; i < records.size(); i++) {
            verdicts.put(records.get(i), written.get(i));
        }
        return run.records().stream().map(verdicts::get).toList();
    }

    /** The member as it is in each of these teams, in one statement. */
    private Map<Link, Row> members(Run run, Set<Long> ids) {
        Map<Link, Row> members = new HashMap<>();
        if (ids.isEmpty()) {
            return members;
        }
        List<Link> about =
                ids.stream().map(id -> new Link(run.object().name(), id)).toList();
        new Pages(run.database())
                .page(Selection.of(catalog.current().object(share.name()), Visibility.EVERYTHING)
                        .where(Criterion.all(
                                Criterion.is(share.user, run.input().need(MEMBER)), Criterion.in(share.about, about)))
                        .reading(List.of(share.about, share.right, share.role))
                        .limit(Selection.MOST))
                .rows()
                .forEach(row -> members.put(row.need(share.about), row));
        return members;
    }
}
