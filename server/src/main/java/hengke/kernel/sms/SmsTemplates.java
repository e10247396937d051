package hengke.kernel.sms;

import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.audit.AdministrationLog.Subject;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The templates for notices, as administrators write them down once the provider has approved them. */
public final class SmsTemplates {
    private final DSLContext dsl;
    private final Clock clock;

    SmsTemplates(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** All, by name. */
    public List<SmsTemplate> all() {
        return dsl.fetch("select id, name, template, text, version from sms_template order by name, id")
                .map(SmsTemplates::template);
    }

    public Optional<SmsTemplate> find(long id) {
        return find(dsl, id);
    }

    private static Optional<SmsTemplate> find(DSLContext within, long id) {
        return within.fetchOptional("select id, name, template, text, version from sms_template where id = ?", id)
                .map(SmsTemplates::template);
    }

    /** Adds one; the id and version given do not count. */
    public SmsTemplate add(Actor by, SmsTemplate template) {
        return dsl.transactionResult(transaction -> {
            DSLContext within = transaction.dsl();
            check(within, template);
            long id = within.fetchSingle(
                            "insert into sms_template (name, template, text) values (?, ?, ?) returning id",
                            template.name(),
                            template.template(),
                            template.text())
                    .get("id", Long.class);
            return noted(within, by, null, find(within, id).orElseThrow());
        });
    }

    /** Changes one, seen at the version given. */
    public SmsTemplate change(Actor by, SmsTemplate template) {
        return dsl.transactionResult(transaction -> {
            DSLContext within = transaction.dsl();
            SmsTemplate before = hold(within, template.id());
            if (before.version() != template.version()) {
                throw new Refusal.Conflict("stale", Message.of("sms.stale"), Map.of("version", before.version()));
            }
            check(within, template);
            within.execute(
                    "update sms_template set name = ?, template = ?, text = ?, version = version + 1 where id = ?",
                    template.name(),
                    template.template(),
                    template.text(),
                    template.id());
            return noted(within, by, before, find(within, template.id()).orElseThrow());
        });
    }

    /** Removes one: what would be sent by it is not sent any more, and says so. */
    public void remove(Actor by, long id) {
        dsl.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            SmsTemplate before = hold(within, id);
            within.execute("delete from sms_template where id = ?", id);
            note(within, by, before, json(before), null);
        });
    }

    private static SmsTemplate hold(DSLContext within, long id) {
        within.execute("select 1 from sms_template where id = ? for update", id);
        return find(within, id).orElseThrow(Refusal.NotFound::new);
    }

    private static void check(DSLContext within, SmsTemplate template) {
        List<FieldError> errors = new ArrayList<>();
        if (!within.fetch(
                        "select 1 from sms_template where lower(name) = lower(?) and id <> ?",
                        template.name(),
                        template.id())
                .isEmpty()) {
            errors.add(FieldError.of("name", Message.of("sms.templateTaken")));
        }
        if (!template.sound()) {
            errors.add(FieldError.of("text", Message.of("sms.gaps")));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private SmsTemplate noted(DSLContext within, Actor by, @Nullable SmsTemplate before, SmsTemplate after) {
        note(within, by, after, before == null ? null : json(before), json(after));
        return after;
    }

    private void note(
            DSLContext within,
            Actor by,
            SmsTemplate template,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {
        Subject subject = new Subject("smsTemplate", template.id(), template.name());
        AdministrationLog.record(within, by, clock.instant(), subject, before, after);
    }

    private static ObjectNode json(SmsTemplate template) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("name", template.name())
                .put("template", template.template())
                .put("text", template.text());
    }

    private static SmsTemplate template(Record row) {
        return new SmsTemplate(
                row.get("id", Long.class),
                row.get("name", String.class),
                row.get("template", String.class),
                row.get("text", String.class),
                row.get("version", Long.class));
    }
}
