package hengke.kernel.audit;

import hengke.kernel.audit.LogCheck.Finding;
import hengke.kernel.audit.LogCheck.Outcome;
import hengke.kernel.database.Database;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The command that holds the logs against their seals; it ends with 1 when something was touched. */
public final class VerifyLogs {
    private VerifyLogs() {}

    public static void main(String[] arguments) {
        List<Outcome> outcomes;
        try (Database database = Database.beside(System.getenv())) {
            outcomes = new LogCheck(DSL.using(database.dataSource(), SQLDialect.POSTGRES)).everything();
        }
        outcomes.forEach(outcome -> System.out.println(told(outcome)));
        boolean fine = outcomes.stream().allMatch(outcome -> outcome.findings().isEmpty());
        System.out.println(fine ? "日志与封存时一致 / the logs are as they were sealed" : "日志被改动过 / the logs were touched");
        System.exit(fine ? 0 : 1);
    }

    private static String told(Outcome outcome) {
        String head = outcome.head() == null ? "" : ", head " + outcome.head();
        String line = "%s: %d blocks, %d rows, %d released, %d not sealed yet%s"
                .formatted(
                        outcome.log(), outcome.blocks(), outcome.rows(), outcome.released(), outcome.unsealed(), head);
        return line + outcome.findings().stream().map(VerifyLogs::told).collect(Collectors.joining());
    }

    private static String told(Finding finding) {
        return "%n  block %d: %s %d %s".formatted(finding.block(), finding.fault(), finding.count(), finding.rows());
    }
}
