package hengke.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.settings.Setting.Readers;
import hengke.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
    private static final Setting<Long> IDLE = Setting.of("door.idle", new IntegerType(5, 1_000), 60L, "空闲", "Idle")
            .unit("分钟", "minutes");
    private static final Setting<Long> ABSOLUTE =
            Setting.of("door.absolute", new IntegerType(5, 1_000), 600L, "最长", "Absolute");
    private static final Setting<Boolean> ONE = Setting.of("door.one", new BooleanType(), false, "单设备", "One");
    private static final Setting<String> KEY = Setting.of(
                    "door.key", new TextualType(TextualType.Form.TEXT, 100), "", "钥匙", "Key")
            .readBy(Readers.NOBODY);
    private static final SettingDefinitions DEFINITIONS = new SettingDefinitions(
            List.of(SettingGroup.of("door", 1, "门", "Door", IDLE, ABSOLUTE, ONE, KEY)
                    .checked(values -> values.get(IDLE) <= values.get(ABSOLUTE)
                            ? List.of()
                            : List.of(FieldError.of("door.idle", Message.of("value.between", 5, 1_000))))),
            List.of());

    @TempDir
    private Path folder;

    private TestDatabase database;
    private SecretBox box;
    private Settings settings;
    private SettingChanges changes;
    private final List<Set<String>> told = new ArrayList<>();

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        box = new SecretBox(folder.resolve("keys/settings.key"));
        settings = new Settings(database.dsl(), box, Clock.systemUTC());
        changes = new SettingChanges(
                database.dsl(), DEFINITIONS, settings, box, List.of((_, names) -> told.add(names)), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void decide(String name, String json) {
        changes.change(
                0, settings.values().version(), Map.of(name, JsonMapper.shared().readTree(json)));
    }

    @Test
    void the_default_holds_until_somebody_decides_otherwise_and_again_when_it_is_taken_back() {
        assertThat(settings.get(IDLE)).isEqualTo(60);
        decide("door.idle", "30");
        assertThat(settings.get(IDLE)).isEqualTo(30);
        assertThat(settings.values().decides(IDLE)).isTrue();
        decide("door.idle", "null");
        assertThat(settings.get(IDLE)).isEqualTo(60);
        assertThat(database.dsl().fetch("select * from setting")).isEmpty();
        assertThat(told).containsExactly(Set.of("door.idle"), Set.of("door.idle"));
    }

    @Test
    void deciding_what_holds_already_changes_nothing() {
        decide("door.one", "false");
        assertThat(told).isEmpty();
        assertThat(database.dsl().fetch("select * from setting_change")).isEmpty();
    }

    @Test
    void a_value_out_of_bounds_or_against_its_neighbours_is_refused_at_its_name_and_nothing_is_kept() {
        assertThatThrownBy(() -> changes.change(
                        0,
                        settings.values().version(),
                        Map.of("door.one", json("true"), "door.idle", json("4"), "door.ide", json("4"))))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("door.idle", "door.ide"));
        assertThatThrownBy(() -> decide("door.idle", "700")).isInstanceOf(Refusal.Invalid.class);
        assertThat(database.dsl().fetch("select * from setting")).isEmpty();
        assertThat(settings.get(IDLE)).isEqualTo(60);
    }

    @Test
    void two_people_may_change_different_settings_but_not_the_same_one_unseen() {
        long seen = settings.values().version();
        changes.change(0, seen, Map.of("door.idle", json("30")));
        changes.change(0, seen, Map.of("door.absolute", json("900")));
        assertThatThrownBy(() -> changes.change(0, seen, Map.of("door.idle", json("40"))))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refusal -> assertThat(refusal.details()).containsEntry("settings", Set.of("door.idle")));
        assertThat(settings.get(IDLE)).isEqualTo(30);
        assertThat(settings.get(ABSOLUTE)).isEqualTo(900);
    }

    @Test
    void a_secret_is_sealed_and_its_history_says_only_that_it_changed() throws IOException {
        decide("door.key", "\"芝麻开门-123\"");
        assertThat(settings.get(KEY)).isEqualTo("芝麻开门-123");
        String stored = database.dsl().fetch("select * from setting").format()
                + database.dsl().fetch("select * from setting_change").format();
        assertThat(stored).doesNotContain("芝麻").contains("v1:");
        assertThat(new SettingHistory(database.dsl()).before(Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.from().or(entry::to)).isEmpty());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/settings.key"))))
                .isEqualTo("rw-------");
        decide("door.key", "null");
        assertThat(settings.get(KEY)).isEmpty();
    }

    @Test
    void a_secret_is_of_no_use_without_its_key_or_under_another_name() {
        JsonNode sealed = box.seal("door.key", json("\"geheim\""));
        SecretBox other = new SecretBox(folder.resolve("other/settings.key"));
        other.seal("door.key", json("\"anything\""));
        assertThatThrownBy(() -> other.open("door.key", sealed)).isInstanceOf(SecretBox.Sealed.class);
        assertThatThrownBy(() -> box.open("door.idle", sealed)).isInstanceOf(SecretBox.Sealed.class);
        assertThatThrownBy(() -> box.open("door.key", json("\"v1:AAAA\""))).isInstanceOf(SecretBox.Sealed.class);
    }

    @Test
    void what_an_upgrade_no_longer_takes_is_as_good_as_not_decided() {
        database.dsl().execute("insert into setting values ('door.idle', '2'), ('door.gone', '1')");
        database.dsl().execute("update settings_version set version = version + 1");
        settings.mayHaveMissed();
        assertThat(settings.get(IDLE)).isEqualTo(60);
    }

    @Test
    void another_node_reads_anew_when_it_hears_of_a_change() {
        Settings other = new Settings(database.dsl(), box, Clock.systemUTC());
        assertThat(other.get(IDLE)).isEqualTo(60);
        decide("door.idle", "30");
        assertThat(other.get(IDLE)).isEqualTo(60);
        other.heard("2");
        assertThat(other.get(IDLE)).isEqualTo(30);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
