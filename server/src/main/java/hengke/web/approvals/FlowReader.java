package hengke.web.approvals;

import hengke.capability.approval.Template;
import hengke.capability.approval.flow.Approvers;
import hengke.capability.approval.flow.Flow;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.Node.Ask;
import hengke.capability.approval.flow.Node.Empty;
import hengke.capability.approval.flow.Node.Late;
import hengke.capability.approval.flow.Node.Mode;
import hengke.capability.approval.flow.Node.Self;
import hengke.capability.flow.Way;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads flows as designers draw them. */
final class FlowReader {
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    static final List<String> KINDS = List.of("ask", "copy", "wait", "choice", "together");
    static final List<String> WHO =
            List.of("people", "role", "group", "superior", "superiors", "head", "starter", "chosen", "next", "named");

    private static final TextualType WORD = new TextualType(TextualType.Form.TEXT, 100);
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final IntegerType COUNT = new IntegerType(0, 1_000);
    private static final BooleanType FLAG = new BooleanType();

    private FlowReader() {}

    static Template.Way way(Body body) {
        return new Template.Way(
                body.given("when").orElse(null),
                new Flow(
                        nodes(body),
                        constant(body, "repeats", Flow.Repeats.values(), Flow.Repeats.NOT_AT_ONCE),
                        constant(body, "withdrawable", Flow.Withdrawable.values(), Flow.Withdrawable.WHILE_RUNNING),
                        constant(body, "revocable", Flow.Revocable.values(), Flow.Revocable.NEVER),
                        body.optional("seal", ID).orElse(null)));
    }

    private static List<Node> nodes(Body body) {
        List<Node> nodes = new ArrayList<>();
        for (Body each : body.each("nodes")) {
            String id = each.required("id", WORD).orElse("");
            String kind = each.required("kind", WORD).orElse("");
            String name = each.optional("name", NAME).orElse("");
            switch (kind) {
                case "ask" -> nodes.add(ask(each, id, name));
                case "copy" -> nodes.add(new Node.Copy(id, name, approvers(each)));
                case "wait" ->
                    nodes.add(new Node.Wait(
                            id,
                            name,
                            number(each, "many", 1),
                            constant(each, "unit", Node.Wait.Unit.values(), Node.Wait.Unit.WORKING_HOURS)));
                case "choice" -> nodes.add(new Node.Choice(id, name, ways(each)));
                case "together" -> nodes.add(new Node.Together(id, name, ways(each)));
                default -> each.refuse("kind", Message.of("web.unknownKey", kind, String.join(", ", KINDS)));
            }
            each.refuseUnasked();
        }
        return nodes;
    }

    private static List<Way<Node>> ways(Body body) {
        List<Way<Node>> ways = new ArrayList<>();
        for (Body each : body.each("ways")) {
            ways.add(new Way<>(
                    each.optional("id", WORD).orElse(""),
                    each.optional("name", NAME).orElse(""),
                    each.given("condition").orElse(null),
                    nodes(each)));
            each.refuseUnasked();
        }
        return ways;
    }

    private static Ask ask(Body body, String id, String name) {
        return new Ask(
                id,
                name,
                approvers(body),
                constant(body, "mode", Mode.values(), Mode.ALL),
                number(body, "ratio", 100),
                constant(body, "empty", Empty.values(), Empty.ADMINISTRATORS),
                body.optional("emptyPerson", ID).orElse(null),
                constant(body, "self", Self.values(), Self.SUPERIOR),
                body.optional("backTo", WORD).orElse(null),
                late(body),
                body.list("shows", WORD),
                body.list("edits", WORD),
                body.list("hides", WORD));
    }

    private static @Nullable Late late(Body body) {
        return body.inside("late")
                .map(late -> {
                    Late read = new Late(
                            number(late, "hours", 0), constant(late, "action", Late.Then.values(), Late.Then.REMIND));
                    late.refuseUnasked();
                    return read;
                })
                .orElse(null);
    }

    private static Approvers approvers(Body node) {
        Body body = node.inside("approvers").orElse(null);
        if (body == null) {
            node.refuse("approvers", Message.of("web.required"));
            return new Approvers.Starter();
        }
        String kind = body.required("kind", WORD).orElse("");
        Approvers read = switch (kind) {
            case "people" -> new Approvers.People(body.list("people", ID));
            case "role" ->
                new Approvers.Role(
                        body.required("role", ID).orElse(0L),
                        body.optional("near", FLAG).orElse(false));
            case "group" ->
                new Approvers.InGroup(
                        body.required("group", ID).orElse(0L),
                        body.optional("near", FLAG).orElse(false));
            case "superior" -> new Approvers.Superior(number(body, "level", 1));
            case "superiors" ->
                new Approvers.Superiors(
                        number(body, "levels", 1), body.optional("until", ID).orElse(null));
            case "head" -> new Approvers.Head(number(body, "level", 0));
            case "starter" -> new Approvers.Starter();
            case "chosen" ->
                new Approvers.Chosen(
                        body.list("among", ID), body.optional("several", FLAG).orElse(false));
            case "next" ->
                new Approvers.Next(
                        body.list("among", ID), body.optional("several", FLAG).orElse(false));
            case "named" -> new Approvers.Named(body.required("field", WORD).orElse(""), number(body, "level", 0));
            default -> {
                body.refuse("kind", Message.of("web.unknownKey", kind, String.join(", ", WHO)));
                yield new Approvers.Starter();
            }
        };
        body.refuseUnasked();
        return read;
    }

    private static int number(Body body, String key, int usual) {
        return Math.toIntExact(body.optional(key, COUNT).orElse((long) usual));
    }

    static <E extends Enum<E>> E constant(Body body, String key, E[] constants, E usual) {
        String said = body.optional(key, WORD).orElse(null);
        if (said == null) {
            return usual;
        }
        for (E constant : constants) {
            if (ApprovalJson.wire(constant).equals(said)) {
                return constant;
            }
        }
        body.refuse(
                key,
                Message.of(
                        "web.unknownKey",
                        said,
                        Arrays.stream(constants).map(ApprovalJson::wire).collect(Collectors.joining(", "))));
        return usual;
    }
}
