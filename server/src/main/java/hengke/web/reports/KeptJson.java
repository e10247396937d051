package hengke.web.reports;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.report.Kept;
import hengke.kernel.report.KeptReports;
import hengke.kernel.report.ReportShelf;
import hengke.web.Body;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What reports and dashboards that are kept have in common: who finds one, who changes it, and what everybody is told of
 * it. A report is found by whoever may read what it is about.
 */
@Component
final class KeptJson {
    static final int LONGEST_NAME = 100;
    static final int LONGEST_FOLDER = 60;
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, LONGEST_NAME);
    private static final TextualType FOLDER = new TextualType(TextualType.Form.TEXT, LONGEST_FOLDER);
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);
    private static final int MOST_OF_ONE = 500;
    private static final int LARGEST = 50_000;

    private final KeptReports kept;
    private final ReportShelf shelf;
    private final LiveOrganisation organisation;

    KeptJson(KeptReports kept, ReportShelf shelf, LiveOrganisation organisation) {
        this.kept = kept;
        this.shelf = shelf;
        this.organisation = organisation;
    }

    /** What somebody finds. */
    List<Kept> all(Actor actor, Kept.Kind kind) {
        return shelf.kept(actor, kind);
    }

    Kept find(Actor actor, Kept.Kind kind, String id) {
        return shelf.kept(actor, kind, id).orElseThrow(Refusal.NotFound::new);
    }

    boolean reads(Actor actor, String object) {
        return shelf.reads(actor, object);
    }

    /**
     * Keeps a new one.
     *
     * @param content reads what is special, and may refuse it
     */
    Kept add(Actor actor, Kept.Kind kind, ObjectNode asked, Function<Body, ObjectNode> content) {
        if (kept.countOf(actor.user(), kind) >= MOST_OF_ONE) {
            throw Refusal.Invalid.at("name", Message.of("report.full", MOST_OF_ONE));
        }
        Kept nothing = new Kept(
                0, kind, "", "", "", actor.user(), false, JsonMapper.shared().createObjectNode(), 1);
        Kept made = read(nothing, new Body(asked), content);
        return find(actor, kind, Long.toString(kept.add(made)));
    }

    /** Changes one, of the version that was read. */
    Kept change(Actor actor, Kept before, ObjectNode asked, Function<Body, ObjectNode> content) {
        requireKeeper(actor, before);
        Body body = new Body(asked);
        long version = body.required("version", VERSION).orElse(0L);
        Kept after = read(before, body, content);
        if (version != before.version() || !kept.change(after)) {
            throw stale(actor, before);
        }
        return find(actor, before.kind(), Long.toString(before.id()));
    }

    void delete(Actor actor, Kept before, long version) {
        requireKeeper(actor, before);
        if (!kept.delete(before.id(), version)) {
            throw stale(actor, before);
        }
    }

    private Refusal stale(Actor actor, Kept before) {
        Kept now = find(actor, before.kind(), Long.toString(before.id()));
        return new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", now.version()));
    }

    private static Kept read(Kept before, Body body, Function<Body, ObjectNode> content) {
        String name = body.kept("name", NAME, before.name());
        if (name.isBlank()) {
            body.refuse("name", Message.of("report.nameMissing"));
        }
        String folder =
                body.mentions("folder") ? body.optional("folder", FOLDER).orElse("") : before.folder();
        boolean shared = body.kept("shared", new BooleanType(), before.shared());
        ObjectNode made = content.apply(body);
        if (made.toString().length() > LARGEST) {
            body.refuse("name", Message.of("value.tooLong", LARGEST));
        }
        body.done();
        return new Kept(
                before.id(),
                before.kind(),
                name,
                folder,
                made.path("question").path("object").asString(""),
                before.owner(),
                shared,
                made,
                before.version());
    }

    private void requireKeeper(Actor actor, Kept each) {
        if (!shelf.keeps(actor, each)) {
            throw new Refusal.Forbidden(Message.of("report.notYours"));
        }
    }

    /** What a list tells of one. */
    ObjectNode json(Actor actor, Kept each) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", each.id())
                .put("name", each.name())
                .put("folder", each.folder())
                .put("shared", each.shared());
        json.putObject("owner")
                .put("id", each.owner())
                .put(
                        "label",
                        organisation
                                .get()
                                .person(each.owner())
                                .map(person -> person.name())
                                .orElse("#" + each.owner()));
        return json.put("mine", each.owner() == actor.user())
                .put("changeable", shelf.keeps(actor, each))
                .put("version", each.version())
                .put("shipped", false);
    }

    /** The same of one that the product brings along: everybody finds it, nobody changes it. */
    static ObjectNode shipped(String key, String name, String folder) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", key)
                .put("name", name)
                .put("folder", folder)
                .put("shared", true)
                .putNull("owner")
                .put("mine", false)
                .put("changeable", false)
                .put("version", 1)
                .put("shipped", true);
    }
}
