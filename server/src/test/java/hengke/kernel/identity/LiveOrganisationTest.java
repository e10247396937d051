package hengke.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.access.Organisation;
import hengke.testing.TestDatabase;
import java.time.Clock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveOrganisationTest {
    @Test
    void a_request_keeps_to_the_organisation_it_began_with_until_it_looks_again_itself() {
        try (TestDatabase database = TestDatabase.migrated()) {
            LiveOrganisation live = new LiveOrganisation(database.dsl(), Clock.systemUTC());
            Organisation later = live.keepingToOne(() -> {
                Organisation first = live.get();
                database.dsl().execute("update organisation_version set version = version + 1");
                live.mayHaveMissed();
                assertThat(live.get()).isSameAs(first);
                Organisation looked = live.refresh();
                assertThat(looked.version()).isEqualTo(first.version() + 1);
                assertThat(live.get()).isSameAs(looked);
                return looked;
            });
            database.dsl().execute("update organisation_version set version = version + 1");
            live.mayHaveMissed();
            assertThat(live.get().version()).isEqualTo(later.version() + 1);
        }
    }
}
