package hengke.web.approvals;

import hengke.capability.approval.Approvals;
import hengke.kernel.files.FilePlace;
import hengke.kernel.identity.LiveOrganisation;
import org.springframework.stereotype.Component;

/** Files that hang on what was done in approvals: whoever reads the approval reads them, and nobody else by it. */
@Component
final class ApprovalFiles implements FilePlace {
    private final Approvals approvals;
    private final ApprovalReading reading;
    private final LiveOrganisation organisation;

    ApprovalFiles(Approvals approvals, ApprovalReading reading, LiveOrganisation organisation) {
        this.approvals = approvals;
        this.reading = reading;
        this.organisation = organisation;
    }

    @Override
    public boolean holds(long file) {
        return approvals.holds(file);
    }

    @Override
    public boolean shows(long file, long person) {
        return approvals.with(file).stream()
                .flatMap(id -> approvals.find(id).stream())
                .anyMatch(approval -> reading.reads(organisation.get().actor(person), approval));
    }
}
