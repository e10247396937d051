package hengke.kernel.transfer.importing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Writer;
import java.util.function.Supplier;

/** Makes each part of an import under the catalog and the rights that are in force when it is taken in. */
record ImportParts(LiveCatalog catalog, Supplier<Organisation> organisation, Access access, Writer writer) {

    ImportPart of(ImportJob job, Caller caller) {
        return new ImportPart(job, catalog.current(), organisation.get(), caller, writer, access);
    }
}
