package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook. */
final class XlsxRows implements RowStream {
    private static final int MOST_COLUMNS = 16_384;

    private final XlsxXml xml;
    private final XlsxCells cells;
    private final ReadingLimits limits;
    private int number;
    private @Nullable SheetRow next;
    private boolean ended;

    XlsxRows(XlsxXml xml, XlsxCells cells, ReadingLimits limits) {
        this.xml = xml;
        this.cells = cells;
        this.limits = limits;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended) {
                advance();
            }
        } catch (XMLStreamException e) {
            throw XlsxPackage.damaged();
        }
        return next != null;
    }

    @Override
    public SheetRow next() {
        SheetRow row = hasNext() ? next : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return row;
    }

    @Override
    public void close() {
        xml.close();
    }

    private void advance() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.is("row")) {
                SheetRow row = readRow();
                if (!row.isBlank()) {
                    next = row;
                    return;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.is("sheetData")) {
                break;
            }
        }
        ended = true;
    }

    private SheetRow readRow() throws XMLStreamException {
        String written = xml.attribute("r");
        int before = number;
        number = written.isEmpty() ? before + 1 : XlsxCells.index(written);
        if (number <= before) {
            throw XlsxPackage.damaged();
        }
        List<Cell> row = new ArrayList<>();
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.is("c")) {
                String reference = xml.attribute("r");
                column = reference.isEmpty() ? column + 1 : column(reference);
                put(row, column, cells.read(xml));
            }
        }
        if (!row.isEmpty() && number > limits.rows()) {
            throw new Refusal.TooLarge(Message.of("sheet.tooManyRows", limits.rows()));
        }
        return new SheetRow(number, row);
    }

    private void put(List<Cell> row, int column, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        if (column >= limits.columns()) {
            throw new Refusal.TooLarge(Message.of("sheet.tooManyColumns", number, limits.columns()));
        }
        while (row.size() <= column) {
            row.add(Cell.BLANK);
        }
        row.set(column, cell);
    }

    /** The column of a reference such as {@code AB12}, from 0. */
    private static int column(String reference) {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && i < 4 && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (reference.charAt(i) & 0x1F);
        }
        if (column < 1 || column > MOST_COLUMNS) {
            throw XlsxPackage.damaged();
        }
        return column - 1;
    }
}
