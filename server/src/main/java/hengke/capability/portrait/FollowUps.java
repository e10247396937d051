package hengke.capability.portrait;

import hengke.capability.activity.Activity;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Criterion;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Follow-ups are what we did to keep in touch, each by the way it was done. */
@Component
final class FollowUps implements InteractionSource, InteractionSources {
    private static final Map<String, Setting<BigDecimal>> WEIGHTS = PortraitSettings.weights(
            PortraitSettings.weight("visit", "3", "面访", "Visit"),
            PortraitSettings.weight("meeting", "3", "会议", "Meeting"),
            PortraitSettings.weight("call", "1.5", "电话", "Call"),
            PortraitSettings.weight("wechat", "1", "微信", "WeChat"),
            PortraitSettings.weight("email", "1", "邮件", "E-mail"),
            PortraitSettings.weight("other", "0.5", "其他", "Other"));

    private final Activity activity;

    FollowUps(Activity activity) {
        this.activity = activity;
    }

    @Override
    public List<InteractionSource> of(ObjectDefinition subject) {
        return List.of(this);
    }

    @Override
    public Collection<Setting<BigDecimal>> settings() {
        return WEIGHTS.values();
    }

    @Override
    public String object() {
        return activity.name();
    }

    @Override
    public Field<Instant> at() {
        return activity.at;
    }

    @Override
    public Field<?> about() {
        return activity.about;
    }

    @Override
    public Field<String> channel() {
        return activity.kind;
    }

    /** What colleagues say to each other is no contact. */
    @Override
    public Criterion which() {
        return Criterion.not(Criterion.is(activity.kind, Activity.NOTE));
    }

    @Override
    public ObjectNode listed() {
        return Leads.not(Leads.is(activity.kind.name(), Activity.NOTE));
    }

    @Override
    public Map<String, Setting<BigDecimal>> weights() {
        return WEIGHTS;
    }

    @Override
    public Setting<BigDecimal> otherwise() {
        return Objects.requireNonNull(WEIGHTS.get("other"));
    }

    @Override
    public Field<?> outcome() {
        return activity.outcome;
    }
}
