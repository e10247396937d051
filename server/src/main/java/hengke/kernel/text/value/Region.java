package hengke.kernel.text.value;

import hengke.kernel.text.Folding;
import java.util.Set;
import java.util.TreeSet;

/** A province, city or district of China. */
public record Region(String code, String name, String parent) {
    private static final String ETHNIC_GROUPS = "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|水|东乡|纳西|景颇|柯尔克孜|土"
            + "|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|拉祜|鄂伦春|各";
    private static final String AUTONOMOUS = "(?<=..)((" + ETHNIC_GROUPS + ")族?)+自治[区州县旗]$";
    private static final String PLAIN_KIND = "(?<=..)(特别行政区|自治[区州县旗]|地区|新区|林区|特区|[省市盟区县旗])$";

    /** How people write it, beside the full name: 云南; 恩施 and 恩施州. */
    Set<String> names() {
        String official = Folding.halfWidth(name);
        Set<String> names = new TreeSet<>(Set.of(official));
        String withoutGroups = official.replaceFirst(AUTONOMOUS, "");
        if (withoutGroups.equals(official)) {
            names.add(official.replaceFirst(PLAIN_KIND, ""));
        } else {
            names.add(withoutGroups);
            names.add(withoutGroups + official.substring(official.length() - 1));
        }
        return names;
    }

    /** A level that exists only on paper, such as 市辖区 between 北京市 and 东城区. */
    boolean isFiller() {
        return name.equals("市辖区") || name.equals("县") || name.endsWith("直辖县级行政区划");
    }

    boolean isUnder(String ancestor) {
        return code.startsWith(ancestor) && code.length() > ancestor.length();
    }
}
