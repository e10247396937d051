package hengke.kernel.access;

import static hengke.kernel.access.AccessWorld.grant;
import static hengke.kernel.access.AccessWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.Field;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rights on fields, commands and pages. */
class FieldAccessTest {
    private static final Scope ALL = new Scope.All();
    private static final Scope OWN = new Scope.Own();

    private final AccessWorld world = new AccessWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_field_has_the_best_right_among_the_roles_that_let_the_object_be_read() {
        world.role("ben", world.role("phone", FieldRight.HIDDEN, grant("firm", Verb.READ, OWN)));
        assertThat(world.access.right(world.actor("ben"), world.firm, phone())).isEqualTo(FieldRight.HIDDEN);

        world.role("ben", world.role(grant("topic", Verb.READ, ALL)));
        assertThat(world.access.right(world.actor("ben"), world.firm, phone())).isEqualTo(FieldRight.HIDDEN);

        world.role("ben", world.role("phone", FieldRight.MASKED, grant("*", Verb.READ, OWN)));
        assertThat(world.access.right(world.actor("ben"), world.firm, phone())).isEqualTo(FieldRight.MASKED);
        assertThat(world.access.guard(world.actor("ben")).allows(world.firm, phone()))
                .isFalse();
        assertThat(world.access.right(world.actor("ben"), world.firm, world.firm.title()))
                .isEqualTo(FieldRight.EDIT);
        assertThat(world.access.right(world.actor("eve"), world.firm, phone())).isEqualTo(FieldRight.HIDDEN);
    }

    @Test
    void a_command_needs_a_role_that_names_it() {
        world.role("ben", new Role(7, "claims", false, List.of(), List.of(), Set.of("firm.claim", "topic.*"), 1));
        Actor ben = world.actor("ben");

        assertThat(world.access.mayRun(ben, world.firm, "claim")).isTrue();
        assertThat(world.access.mayRun(ben, world.firm, "release")).isFalse();
        assertThat(world.access.mayRun(ben, world.topic, "anything")).isTrue();
        assertThat(world.access.mayRun(world.actor("eve"), world.firm, "claim")).isFalse();
    }

    @Test
    void of_several_masks_the_one_that_shows_most_counts_and_any_role_may_let_it_be_shown() {
        world.role("ben", masking(Mask.ALL, false));
        assertThat(world.access.mask(world.actor("ben"), world.firm, phone())).contains(Mask.ALL);
        assertThat(world.access.reveals(world.actor("ben"), world.firm, phone()))
                .isFalse();

        world.role("ben", masking(null, true));
        assertThat(world.access.mask(world.actor("ben"), world.firm, phone())).contains(Mask.PHONE);
        assertThat(world.access.reveals(world.actor("ben"), world.firm, phone()))
                .isTrue();

        world.role("ben", world.role(grant("firm", Verb.READ, OWN)));
        assertThat(world.access.mask(world.actor("ben"), world.firm, phone())).isEmpty();
        assertThat(world.access.reveals(world.actor("ben"), world.firm, phone()))
                .isFalse();
    }

    @Test
    void a_page_is_open_to_whom_a_role_opens_it_and_to_administrators() {
        world.role("ben", new Role(7, "tags", false, List.of(), List.of(), Set.of(), Set.of(PageRight.TAGS), 1));
        world.role("eve", new Role(8, "administrator", true, List.of(), List.of(), Set.of(), 1));

        assertThat(world.access.opens(world.actor("ben"), PageRight.TAGS)).isTrue();
        assertThat(world.access.opens(world.actor("ben"), PageRight.OPERATIONS)).isFalse();
        assertThat(world.access.opens(world.actor("eve"), PageRight.OPERATIONS)).isTrue();
        assertThat(world.access.opens(world.actor("cem"), PageRight.TAGS)).isFalse();
        assertThat(world.access.opens(
                        world.organisation().actor(id("ben"), Set.of(TokenScope.READ, TokenScope.WRITE), null),
                        PageRight.TAGS))
                .isFalse();
    }

    private Role masking(@Nullable Mask mask, boolean reveal) {
        Role plain = world.role(grant("firm", Verb.READ, OWN));
        List<FieldRule> rules = List.of(new FieldRule("firm", "phone", FieldRight.MASKED, mask, reveal));
        return new Role(plain.id(), plain.name(), false, plain.grants(), rules, Set.of(), 1);
    }

    private Field<?> phone() {
        return world.firm.field("phone").orElseThrow();
    }
}
