package hengke.capability.sending;

import hengke.capability.layout.CompanyLayouts;
import hengke.kernel.access.Actor;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.PageImages;
import hengke.kernel.paper.Printer;
import hengke.kernel.paper.Watermark;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps papers as files that belong to nobody's upload, as they are and marked for their reader. */
@Component
final class FrozenPapers {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CompanyLayouts layouts;
    private final Printer printer;
    private final StoredFiles files;
    private final LiveOrganisation organisation;

    FrozenPapers(CompanyLayouts layouts, Printer printer, StoredFiles files, LiveOrganisation organisation) {
        this.layouts = layouts;
        this.printer = printer;
        this.files = files;
        this.organisation = organisation;
    }

    /**
     * A paper as it will always be.
     *
     * @param layout the edition of the company's layout it was printed by; null for the one that is shipped
     */
    record Frozen(
            String name,
            byte[] content,
            long file,
            int pages,
            @Nullable Long layout) {}

    /** Within the transaction of whoever sends it. */
    Frozen print(Actor actor, ObjectDefinition object, long id, Order order) {
        CompanyLayouts.Chosen chosen = layouts.choose(object, order.layout());
        Printer.Paper paper = printer.print(actor, object, id, chosen.layout(), order.language());
        return new Frozen(
                paper.name(),
                paper.content(),
                keep(paper.name(), paper.content()),
                PageImages.count(paper.content()),
                chosen.edition());
    }

    private long keep(String name, byte[] pdf) {
        AtomicLong id = new AtomicLong();
        files.make(name + ".pdf", stream -> stream.write(pdf), file -> {
            id.set(file.id());
            return true;
        });
        return id.get();
    }

    /** The same with the name of its reader across the pages; the id of the file. */
    long marked(Frozen paper, String reader, Instant at, Language language) {
        String moment = MOMENT.format(at.atZone(organisation.get().company().timeZone()));
        String words = Message.of("sending.watermark", reader, moment).in(language);
        return keep(paper.name(), Watermark.over(paper.content(), words));
    }
}
