package hengke.web.targets;

import static java.util.stream.Collectors.toMap;

import hengke.capability.goal.Aim;
import hengke.capability.goal.Completion;
import hengke.capability.goal.Completion.Line;
import hengke.capability.goal.Measures;
import hengke.capability.goal.Sight;
import hengke.capability.goal.Span;
import hengke.capability.goal.Targets;
import hengke.capability.goal.Targets.Cell;
import hengke.capability.goal.Targets.Target;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.PageRight;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.FiscalYear;
import hengke.web.targets.TargetJson.MeasureJson;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Targets as they are set: a year of months for everybody one sees. */
@RestController
@RequestMapping("/api/targets")
final class TargetsController {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    private final Measures measures;
    private final Targets targets;
    private final TargetReader reader;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Clock clock;

    TargetsController(
            Measures measures,
            Targets targets,
            TargetReader reader,
            Access access,
            LiveOrganisation organisation,
            Clock clock) {
        this.measures = measures;
        this.targets = targets;
        this.reader = reader;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * By what can be aimed.
     *
     * @param year of business, named after the calendar year in which it begins
     * @param firstMonth in which it begins
     * @param edits whether the asker may set targets
     */
    record MeasuresJson(List<MeasureJson> items, String currency, int year, int firstMonth, boolean edits) {}

    /** A year of targets by one measure. */
    record YearJson(
            MeasureJson measure,
            String currency,
            int year,
            boolean edits,
            List<LocalDate> months,
            List<RowJson> rows) {}

    /** Those of a person or department. */
    record RowJson(
            String kind,
            long id,
            String label,
            boolean active,
            @Nullable Long department,
            int depth,
            List<CellJson> cells) {}

    /**
     * The target of a month.
     *
     * @param version to be sent when it is changed; 0 where none was ever set
     * @param previous that of the same month a year before
     */
    record CellJson(
            @Nullable String amount, long version, @Nullable String previous) {}

    /** A target that was set, with its new version. */
    record SetJson(
            String kind, long id, LocalDate month, @Nullable String amount, long version) {}

    @GetMapping
    MeasuresJson measures(Actor actor, Language language) {
        Organisation now = organisation.get();
        FiscalYear year = new FiscalYear(now.company().fiscalYearStart());
        LocalDate today = LocalDate.ofInstant(clock.instant(), now.company().timeZone());
        return new MeasuresJson(
                measures.of(actor).stream()
                        .map(aim -> MeasureJson.of(aim.measure(), language))
                        .toList(),
                now.company().currency(),
                year.yearOf(today).getYear(),
                year.start().getValue(),
                access.opens(actor, PageRight.TARGETS));
    }

    @GetMapping("/{measure}/{year}")
    YearJson year(
            Actor actor, Language language, @PathVariable("measure") String key, @PathVariable("year") int number) {
        if (number < EARLIEST || number > LATEST) {
            throw new Refusal.NotFound();
        }
        Organisation now = organisation.get();
        Aim aim = measures.find(actor, key);
        FiscalYear business = new FiscalYear(now.company().fiscalYearStart());
        Span year = Span.year(number, business);
        Map<Cell, Target> standing = byCell(key, year);
        Map<Cell, Target> previous = byCell(key, Span.year(number - 1, business));
        List<Line> lines = new Completion(
                        now, Collator.getInstance(Locale.CHINA)::compare, List.copyOf(standing.values()), List.of())
                .lines(Sight.of(access, now, actor, aim)::sees);
        return new YearJson(
                MeasureJson.of(aim.measure(), language),
                now.company().currency(),
                number,
                access.opens(actor, PageRight.TARGETS),
                year.months(),
                lines.stream()
                        .map(line -> row(line, year.months(), standing, previous))
                        .toList());
    }

    @PutMapping("/{measure}")
    Map<String, List<SetJson>> set(Actor actor, @PathVariable("measure") String key, @RequestBody ObjectNode json) {
        access.requirePage(actor, PageRight.TARGETS);
        Aim aim = measures.find(actor, key);
        Sight sight = Sight.of(access, organisation.get(), actor, aim);
        List<Target> written = targets.save(actor, aim.measure(), reader.wishes(json, aim.measure(), sight));
        return Map.of(
                "cells",
                written.stream()
                        .map(target -> new SetJson(
                                target.cell().subject().kind().wire(),
                                target.cell().subject().id(),
                                target.cell().month(),
                                TargetJson.text(target.amount()),
                                target.version()))
                        .toList());
    }

    private Map<Cell, Target> byCell(String measure, Span year) {
        return targets.of(List.of(measure), year).stream().collect(toMap(Target::cell, Function.identity()));
    }

    private static RowJson row(
            Line line, List<LocalDate> months, Map<Cell, Target> standing, Map<Cell, Target> previous) {
        return new RowJson(
                line.subject().kind().wire(),
                line.subject().id(),
                line.name(),
                line.active(),
                line.department(),
                line.depth(),
                months.stream()
                        .map(month -> {
                            Target now = standing.get(new Cell(line.subject(), month));
                            Target before = previous.get(new Cell(line.subject(), month.minusYears(1)));
                            return new CellJson(
                                    now == null ? null : TargetJson.text(now.amount()),
                                    now == null ? 0 : now.version(),
                                    before == null ? null : TargetJson.text(before.amount()));
                        })
                        .toList());
    }
}
