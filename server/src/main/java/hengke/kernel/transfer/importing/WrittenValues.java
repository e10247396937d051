package hengke.kernel.transfer.importing;

import hengke.kernel.access.Company;
import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.text.value.Reading;
import hengke.kernel.transfer.reading.Cell;
import java.util.List;
import java.util.function.Supplier;

/** Values as people write them, in a spreadsheet or elsewhere: dates, numbers, regions and options by name. */
public final class WrittenValues {
    private final Supplier<Organisation> organisation;

    WrittenValues(Supplier<Organisation> organisation) {
        this.organisation = organisation;
    }

    /** The value of a field from one text; people and records cannot be called by name here. */
    public Reading<?> read(Field<?> field, String text) {
        Company company = organisation.get().company();
        Reading<?> read = new CellReader(company.timeZone(), company.currency()).read(field, List.of(new Cell.Text(text)));
        return read instanceof Reading.Value<?>(CellReader.Named _) ? Reading.refused("import.notImportable") : read;
    }
}
