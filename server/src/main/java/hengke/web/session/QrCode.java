package hengke.web.session;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text as a square that cameras read. */
final class QrCode {
    private QrCode() {}

    /** Its rows from the top: 1 is dark, 0 is light. */
    static List<String> rows(String text) {
        ByteMatrix matrix = encoded(text);
        return IntStream.range(0, matrix.getHeight())
                .mapToObj(y -> IntStream.range(0, matrix.getWidth())
                        .mapToObj(x -> Byte.toString(matrix.get(x, y)))
                        .collect(Collectors.joining()))
                .toList();
    }

    private static ByteMatrix encoded(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
