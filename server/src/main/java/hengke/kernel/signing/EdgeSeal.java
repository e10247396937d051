package hengke.kernel.signing;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A seal over the edges of all pages (骑缝章): cut into as many strips as there are pages, one at the right edge of each.
 * Of many pages, some have one together, so that no strip becomes too narrow to be recognised.
 */
final class EdgeSeal {
    private static final int MOST_STRIPS = 16;
    private static final double MIDDLE = 0.5;

    private EdgeSeal() {}

    static List<Pictures.Placed> over(List<Places.Size> pages, BufferedImage seal, double wide, double high) {
        List<Pictures.Placed> strips = new ArrayList<>();
        int groups = (pages.size() + MOST_STRIPS - 1) / MOST_STRIPS;
        for (int group = 0; group < groups && pages.size() > 1; group++) {
            int from = (int) ((long) pages.size() * group / groups);
            int until = (int) ((long) pages.size() * (group + 1) / groups);
            int count = until - from;
            for (int at = 0; at < count && count > 1; at++) {
                int left = seal.getWidth() * at / count;
                int right = seal.getWidth() * (at + 1) / count;
                Mark whole = Mark.of(1, 0, 0, wide / count, high);
                Places.Size page = pages.get(from + at);
                Mark mark = new Mark(
                        from + at + 1,
                        page.width() - whole.width(),
                        page.height() * MIDDLE - whole.height() / 2,
                        whole.width(),
                        whole.height());
                strips.add(new Pictures.Placed(
                        seal.getSubimage(left, 0, Math.max(1, right - left), seal.getHeight()), mark));
            }
        }
        return strips;
    }
}
