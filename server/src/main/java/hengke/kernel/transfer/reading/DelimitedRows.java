package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a text file: quotes may hold separators, line ends and doubled quotes. */
final class DelimitedRows implements RowStream {
    /** Our own CSV files mark with an apostrophe what a spreadsheet program would run as a formula. */
    private static final Pattern DISARMED =
            Pattern.compile("^'(?=\\s*[=+\\-@＝＋－＠]|[\t\r])|(?<=[,;|\t\r\n] {0,9})'(?=[=+\\-@＝＋－＠])");

    private static final int END = -1;

    private final BufferedReader reader;
    private final char delimiter;
    private final ReadingLimits limits;
    private int number;
    private @Nullable SheetRow next;
    private int pushedBack = END;
    private boolean ended;

    DelimitedRows(Reader reader, Delimiter delimiter, ReadingLimits limits) {
        this.reader = new BufferedReader(reader, 1 << 16);
        this.delimiter = delimiter.character();
        this.limits = limits;
        if (delimiter.declared()) {
            readRow();
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            SheetRow row = readRow();
            next = row.isBlank() ? null : row;
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
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SheetRow readRow() {
        number++;
        List<Cell> cells = new ArrayList<>();
        int lastFilled = 0;
        int end = delimiter;
        while (end == delimiter) {
            StringBuilder value = new StringBuilder();
            end = readValue(value);
            String text = value.toString();
            Cell cell = text.isBlank()
                    ? Cell.BLANK
                    : new Cell.Text(
                            text.indexOf('\'') < 0
                                    ? text
                                    : DISARMED.matcher(text).replaceAll(""));
            if (cells.size() < limits.columns()) {
                cells.add(cell);
                lastFilled = cell.isBlank() ? lastFilled : cells.size();
            } else if (!cell.isBlank()) {
                throw new Refusal.TooLarge(Message.of("sheet.tooManyColumns", number, limits.columns()));
            }
        }
        ended = end == END;
        if (lastFilled > 0 && number > limits.rows()) {
            throw new Refusal.TooLarge(Message.of("sheet.tooManyRows", limits.rows()));
        }
        return new SheetRow(number, cells.subList(0, lastFilled));
    }

    /** Reads one value and gives what ended it: the delimiter, a line end, or the end of the file. */
    private int readValue(StringBuilder value) {
        boolean quoted = false;
        boolean wasQuoted = false;
        while (true) {
            int character = read();
            if (character == END) {
                if (quoted) {
                    throw new Refusal.Unreadable(Message.of("sheet.openQuote", number));
                }
                return END;
            }
            if (quoted) {
                if (character != '"') {
                    append(value, character, true);
                } else if (peek() == '"') {
                    append(value, read(), true);
                } else {
                    quoted = false;
                }
            } else if (character == '"' && !wasQuoted && value.toString().isBlank()) {
                value.setLength(0);
                quoted = true;
                wasQuoted = true;
            } else if (character == delimiter) {
                return delimiter;
            } else if (character == '\n') {
                return '\n';
            } else if (character == '\r') {
                if (peek() == '\n') {
                    read();
                }
                return '\n';
            } else {
                append(value, character, false);
            }
        }
    }

    private void append(StringBuilder value, int character, boolean quoted) {
        if (value.length() >= limits.cellLength()) {
            throw new Refusal.Unreadable(
                    quoted
                            ? Message.of("sheet.openQuote", number)
                            : Message.of("sheet.cellTooLong", number, limits.cellLength()));
        }
        value.append((char) character);
    }

    private int peek() {
        if (pushedBack == END) {
            pushedBack = read();
        }
        return pushedBack;
    }

    private int read() {
        try {
            if (pushedBack != END) {
                int character = pushedBack;
                pushedBack = END;
                return character;
            }
            return reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
