package hengke.kernel.transfer.importing;

import hengke.kernel.access.Company;
import hengke.kernel.metadata.Field;
import hengke.kernel.text.value.Reading;
import hengke.kernel.transfer.reading.Cell;
import java.util.List;
import java.util.function.Supplier;

/** Values as people write them, in a spreadsheet or elsewhere: dates, numbers, regions and options by name. */
public final class WrittenValues {
    private final Supplier<Company> company;

    /** @param company whose time zone and currency count where none is written */
    public WrittenValues(Supplier<Company> company) {
        this.company = company;
    }

    /** The value of a field from one text; people and records cannot be called by name here. */
    public Reading<?> read(Field<?> field, String text) {
        Company now = company.get();
        Reading<?> read = new CellReader(now.timeZone(), now.currency()).read(field, List.of(new Cell.Text(text)));
        return read instanceof Reading.Value<?>(CellReader.Named _) ? Reading.refused("import.notImportable") : read;
    }
}
