package hengke.kernel.report;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Aggregates;
import hengke.kernel.query.FormulaMemory;
import hengke.kernel.transfer.exporting.RecordTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Component;

/** Answers questions for figures, with the eyes of whoever asks. */
@Component
public final class Reports {
    /** How long the database may think about one statement of a report. */
    private static final int SECONDS = 20;
    /** What the database says of a statement that took longer. */
    public static final String SLOW = "report.slow";

    private static final String CANCELLED = "57014";

    private final LiveCatalog catalog;
    private final Access access;
    private final RecordTexts texts;
    private final LiveOrganisation organisation;
    private final DSLContext database;
    private final Clock clock;

    Reports(
            LiveCatalog catalog,
            Access access,
            RecordTexts texts,
            LiveOrganisation organisation,
            DSLContext database,
            Clock clock) {
        this.catalog = catalog;
        this.access = access;
        this.texts = texts;
        this.organisation = organisation;
        this.database = database;
        this.clock = clock;
    }

    /** The answer in one language; all of one moment, because nothing else is written in between that it could see. */
    public ReportTable answer(Actor actor, Question question, Language language) {
        ObjectDefinition object = catalog.current()
                .find(question.object())
                .filter(found -> access.may(actor, found, Verb.READ))
                .orElseThrow(() -> Refusal.Invalid.at("object", Message.of("report.object")));
        Report report = new ReportResolver(access, actor).resolve(object, question);
        Calculation calculation =
                new Calculation(report.figures(), report.aggregate(), FormulaMemory.ofRowAlone(database));
        Taking.Taken taken = taken(report, calculation);
        return new Presentation(
                        report,
                        figures(taken.now(), calculation),
                        figures(taken.before(), calculation),
                        calculation,
                        today())
                .table(new Members(texts, actor, object, organisation.get(), language), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.get().company().timeZone());
    }

    private Taking.Taken taken(Report report, Calculation calculation) {
        try {
            return database.transactionResult(transaction -> {
                DSLContext inside = transaction.dsl();
                inside.execute("set transaction isolation level repeatable read, read only");
                inside.execute("set local statement_timeout = '" + SECONDS + "s'");
                return new Taking(new Aggregates(inside), report, calculation).taken();
            });
        } catch (DataAccessException e) {
            if (CANCELLED.equals(e.sqlState())) {
                throw Refusal.Invalid.at("filter", Message.of(SLOW, SECONDS));
            }
            throw e;
        }
    }

    private static List<Level> figures(List<Level> levels, Calculation calculation) {
        return levels.stream().map(level -> level.valued(calculation::figures)).toList();
    }
}
