package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** The parts inside an .xlsx. Only the parts that are needed are inflated, and none beyond the limits. */
final class XlsxPackage implements Closeable {
    private static final long SMALL = 32 << 20;

    private final ZipFile zip;
    private final ReadingLimits limits;

    XlsxPackage(Path file, ReadingLimits limits) {
        this.limits = limits;
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw damaged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (zip.size() > limits.entries()) {
            close();
            throw new Refusal.TooLarge(Message.of("sheet.bomb"));
        }
    }

    static Refusal damaged() {
        return new Refusal.Unreadable(Message.of("sheet.damaged"));
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** Opens a part that is small in any real file. */
    XlsxXml open(String part) {
        return open(part, SMALL);
    }

    /** Opens a part that grows with the data. */
    XlsxXml openLarge(String part) {
        return open(part, limits.inflatedBytes());
    }

    private XlsxXml open(String part, long mostBytes) {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw damaged();
        }
        try {
            InputStream inflated = zip.getInputStream(entry);
            return new XlsxXml(new BoundedStream(inflated, entry.getCompressedSize(), mostBytes, limits.inflation()));
        } catch (ZipException | IllegalArgumentException e) {
            throw damaged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts that a part refers to, by relation id. */
    Map<String, String> targets(String relations) {
        Map<String, String> targets = new HashMap<>();
        try (XlsxXml xml = open(relations)) {
            while (xml.nextStart()) {
                if (xml.is("Relationship")) {
                    String target = xml.attribute("Target");
                    targets.put(xml.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        } catch (XMLStreamException e) {
            throw damaged();
        }
        return targets;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
