package hengke.kernel.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.OwnObject.Retirement;
import hengke.kernel.metadata.RetiredField;
import hengke.kernel.metadata.type.DateType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgetRetiredTest {
    private static final Instant DELETED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Field<?> DAY = Field.of("c_day", new DateType(), "日", "Day");
    private static final Overlay OVERLAY = Overlay.NONE
            .with(new OwnObject(
                    "x-visit",
                    new Label("拜访", "Visit"),
                    new Label("拜访", "Visits"),
                    "sales",
                    "record",
                    DAY,
                    List.of(),
                    new Retirement(DELETED, 7, false)))
            .withRetired(List.of(new RetiredField("thing", DAY, DELETED, 7, false)));

    @Test
    void for_thirty_days_everything_can_come_back() {
        assertThat(ForgetRetired.given(OVERLAY, DELETED.plus(Duration.ofDays(29))))
                .isEqualTo(OVERLAY);
    }

    @Test
    void then_it_is_given_up_once() {
        Instant later = DELETED.plus(Duration.ofDays(30));
        Overlay given = ForgetRetired.given(OVERLAY, later);
        assertThat(given.retired().getFirst().dropped()).isTrue();
        assertThat(given.own().getFirst().retired()).isEqualTo(new Retirement(DELETED, 7, true));
        assertThat(ForgetRetired.given(given, later)).isEqualTo(given);
    }
}
