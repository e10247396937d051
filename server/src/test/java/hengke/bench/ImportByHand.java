package hengke.bench;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import hengke.kernel.text.SearchPart;
import hengke.kernel.text.SearchText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A workbook read cell by cell and its rows written in batches, by somebody who trusts every one of them. */
final class ImportByHand {
    private static final int BATCH = 1_000;

    private final List<String> fields;
    private final ByHand hand;
    private final Cast.Person person;
    private final List<String[]> waiting = new ArrayList<>();

    private ImportByHand(List<String> fields, ByHand hand, Cast.Person person) {
        this.fields = fields;
        this.hand = hand;
        this.person = person;
    }

    /** @param fields the columns of the file in their order: name, code, phone, …, the last one empty */
    static void of(Path file, List<String> fields, ByHand hand, Cast.Person person) {
        ImportByHand run = new ImportByHand(fields, hand, person);
        hand.inTransaction(() -> Journal.operation(hand, person, "import"));
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            read(sheet, run::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        run.flush();
    }

    private static void read(InputStream sheet, Consumer<String[]> rows) throws XMLStreamException {
        XMLStreamReader xml = new InputFactoryImpl().createXMLStreamReader(sheet);
        List<String> cells = new ArrayList<>();
        @Nullable StringBuilder text = null;
        boolean title = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text = new StringBuilder();
            } else if (event == XMLStreamConstants.CHARACTERS && text != null) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("t")
                    && text != null) {
                cells.add(text.toString());
                text = null;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                if (!title) {
                    rows.accept(cells.toArray(String[]::new));
                }
                title = false;
                cells.clear();
            }
        }
    }

    private void add(String[] row) {
        waiting.add(row);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        hand.inTransaction(() -> {
            List<Long> ids = hand.ids(
                    "select nextval(pg_get_serial_sequence('customer', 'id')) from generate_series(1, ?)",
                    waiting.size());
            List<Object[]> customers = new ArrayList<>();
            List<Object[]> texts = new ArrayList<>();
            List<Object[]> changes = new ArrayList<>();
            List<Object[]> events = new ArrayList<>();
            for (int i = 0; i < waiting.size(); i++) {
                long id = ids.get(i);
                String[] row = waiting.get(i);
                customers.add(new Object[] {
                    id, person.id(), person.id(), person.id(), row[0], row[1], row[2], row[3], row[4], row[5], row[6]
                });
                SearchText text = SearchText.of(
                        List.of(SearchPart.name(row[0]), SearchPart.text(row[1]), SearchPart.phone(row[2])));
                texts.add(new Object[] {
                    id, text.title(), text.body(), text.grams().toArray(String[]::new)
                });
                changes.add(new Object[] {id, person.id(), json(row)});
                events.add(new Object[] {
                    id, "{\"action\":\"create\",\"version\":1,\"actor\":" + person.id() + ",\"fields\":[]}"
                });
            }
            hand.batch(
                    "insert into customer (id, version, created_at, created_by, updated_at, updated_by, owner, name, code,"
                            + " phone, level, status, type, region)"
                            + " values (?, 1, now(), ?, now(), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    customers);
            hand.batch("insert into customer_search (record_id, title, body, grams) values (?, ?, ?, ?)", texts);
            hand.batch(
                    "insert into record_change (at, operation_id, object, record_id, version, action, actor, before, after)"
                            + " values (now(), currval(pg_get_serial_sequence('operation', 'id')), 'customer', ?, 1,"
                            + " 'create', ?, '{}', cast(? as jsonb))",
                    changes);
            hand.batch(
                    "insert into outbox (kind, object, record_id, operation_id, payload) values ('record.changed',"
                            + " 'customer', ?, currval(pg_get_serial_sequence('operation', 'id')), cast(? as jsonb))",
                    events);
        });
        waiting.clear();
    }

    private String json(String[] row) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        for (int i = 0; i < row.length; i++) {
            json.add('"' + fields.get(i) + "\":\"" + row[i] + '"');
        }
        return json.toString();
    }
}
