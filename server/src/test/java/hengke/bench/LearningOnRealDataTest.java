package hengke.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hengke.kernel.learning.Case;
import hengke.kernel.learning.Learner;
import hengke.kernel.learning.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the product learns from real leads and opportunities is as good as what others get out of them, and no better. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearningOnRealDataTest {
    private static final Path DATA = Path.of("../../shared/data");

    @Test
    void real_leads_are_told_apart_also_by_a_model_of_earlier_ones() throws IOException {
        assumeTrue(Files.exists(DATA.resolve(LearntLeads.FILE)), "the example data is not there");
        List<Case> leads = LearntLeads.cases(DATA);
        assertThat(leads).hasSize(9_240);
        assertThat(LearntLeads.shuffled(LearntLeads.columns(), leads).auc()).isBetween(0.88, 0.91);
        Metrics later = ((Learner.Learnt) Learner.learn(LearntLeads.columns(), leads)).metrics();
        assertThat(later.auc()).isBetween(0.84, 0.89);
        assertThat(later.skill()).isGreaterThan(0.3);
    }

    @Test
    void of_real_opportunities_little_can_be_foretold_and_that_is_what_is_said() throws IOException {
        assumeTrue(Files.exists(DATA.resolve(LearntLeads.FILE)), "the example data is not there");
        Metrics later = ((Learner.Learnt) LearntDeals.learnt(LearntDeals.cases(DATA))).metrics();
        assertThat(later.cases()).isEqualTo(1_678);
        assertThat(later.auc()).isBetween(0.5, 0.6);
        assertThat(later.worth()).isNotEqualTo(Metrics.Worth.CLEAR);
    }
}
