package hengke.demo;

import hengke.kernel.text.value.CreditCode;
import hengke.kernel.text.value.Reading;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Names, numbers and sentences as they occur, made up; the same sequence from the same source of chance. */
final class Invented {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final List<String> BRANDS = List.of(
            "云帆", "启明", "恒远", "博睿", "华信", "天翼", "鼎盛", "瑞科", "中联", "新宇", "汇智", "金桥", "东方", "海纳", "领航", "万象", "卓越", "嘉禾",
            "星辰", "百川", "宏图", "锐进", "致远", "联创", "康泰", "安捷", "优品", "盛世", "泽润", "晨光");
    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "欧阳",
            "上官");
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "敏", "静", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超", "秀兰", "霞", "平", "刚", "桂英", "文博", "雨欣",
            "子涵", "浩宇", "思远", "佳怡", "俊豪", "梓萱", "晓东", "建国", "丽华");
    private static final List<String> STREETS =
            List.of("人民路", "中山路", "解放路", "科技路", "创新大道", "滨江大道", "建设路", "高新路", "和平路", "学府路");
    private static final List<String> MOBILE = List.of("138", "139", "136", "158", "186", "177", "150", "133");

    private final RandomGenerator random;
    private final Set<String> companies = new HashSet<>();

    Invented(RandomGenerator random) {
        this.random = random;
    }

    /** A place where customers are, and the team that looks after it. */
    record Place(String city, String region, String areaCode, String team) {}

    static final List<Place> PLACES = List.of(
            new Place("上海", "310115", "021", "east"),
            new Place("上海", "310104", "021", "east"),
            new Place("杭州", "330106", "0571", "east"),
            new Place("宁波", "330203", "0574", "east"),
            new Place("南京", "320102", "025", "east"),
            new Place("苏州", "320505", "0512", "east"),
            new Place("深圳", "440305", "0755", "south"),
            new Place("广州", "440106", "020", "south"),
            new Place("佛山", "440604", "0757", "south"),
            new Place("厦门", "350203", "0592", "south"),
            new Place("北京", "110105", "010", "north"),
            new Place("北京", "110108", "010", "north"),
            new Place("天津", "120102", "022", "north"),
            new Place("济南", "370102", "0531", "north"),
            new Place("青岛", "370202", "0532", "north"),
            new Place("成都", "510107", "028", "west"),
            new Place("重庆", "500103", "023", "west"),
            new Place("武汉", "420106", "027", "west"),
            new Place("长沙", "430102", "0731", "west"),
            new Place("西安", "610113", "029", "west"));

    /** A trade, and the word by which a company of it is called. */
    record Trade(String industry, String word) {}

    private static final List<Trade> TRADES = List.of(
            new Trade("it-software", "软件"),
            new Trade("it-internet", "网络科技"),
            new Trade("it-integration", "信息技术"),
            new Trade("manufacturing-machinery", "机械设备"),
            new Trade("manufacturing-electronics", "电子科技"),
            new Trade("manufacturing-automotive", "汽车零部件"),
            new Trade("manufacturing-food", "食品"),
            new Trade("manufacturing-pharmaceuticals", "医疗器械"),
            new Trade("manufacturing-packaging", "包装材料"),
            new Trade("manufacturing-furniture", "家居"),
            new Trade("construction-decoration", "装饰工程"),
            new Trade("construction-installation", "机电工程"),
            new Trade("retail-online", "电子商务"),
            new Trade("retail-wholesale", "商贸"),
            new Trade("retail-trade", "进出口贸易"),
            new Trade("education-vocational", "职业培训"),
            new Trade("healthcare-clinics", "健康管理"),
            new Trade("hospitality-restaurants", "餐饮管理"),
            new Trade("hospitality-hotels", "酒店管理"),
            new Trade("logistics-freight", "物流"),
            new Trade("logistics-warehousing", "供应链管理"),
            new Trade("energy-renewables", "新能源"),
            new Trade("finance-investment", "投资管理"));

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    Trade trade() {
        return one(TRADES);
    }

    String company(Place place, Trade trade) {
        while (true) {
            String form = in(15) ? "股份有限公司" : in(8) ? "集团有限公司" : "有限公司";
            String name = place.city() + one(BRANDS) + trade.word() + form;
            if (companies.add(name)) {
                return name;
            }
        }
    }

    String person() {
        return one(SURNAMES) + one(GIVEN);
    }

    String mobile() {
        return one(MOBILE) + "%08d".formatted(between(10_000_000, 99_999_999));
    }

    String landline(Place place) {
        return place.areaCode() + "-" + between(5, 8) + "%07d".formatted(between(0, 9_999_999));
    }

    String street() {
        return one(STREETS) + between(1, 899) + "号" + (in(50) ? between(2, 30) + "层" : "");
    }

    /** With the right check character. */
    String creditCode(Place place) {
        StringBuilder start = new StringBuilder("91").append(place.region()).append("MA");
        while (start.length() < 17) {
            start.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return ALPHABET.chars()
                .mapToObj(last -> start.toString() + (char) last)
                .filter(code -> CreditCode.read(code) instanceof Reading.Value<String>)
                .findFirst()
                .orElseThrow();
    }

    /** Of a grown-up; some have it this week. */
    LocalDate birthday(LocalDate today) {
        LocalDate day = today.plusDays(in(15) ? between(0, 6) : between(7, 364));
        return day.withYear(between(1965, 1999));
    }
}
