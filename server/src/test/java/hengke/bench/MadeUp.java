package hengke.bench;

import java.util.random.RandomGenerator;

/** Plausible Chinese names and numbers. Names of companies never repeat. */
final class MadeUp {
    private static final String[] CITIES = ("北京 上海 广州 深圳 杭州 南京 苏州 无锡 宁波 温州 合肥 芜湖 福州 厦门 南昌 济南 青岛 烟台 郑州 洛阳 武汉 宜昌 长沙 株洲 佛山"
                    + " 东莞 珠海 南宁 柳州 海口 重庆 成都 绵阳 贵阳 昆明 西安 宝鸡 兰州 西宁 银川 太原 大同 石家庄 保定 天津 沈阳 大连"
                    + " 长春 吉林 哈尔滨 呼和浩特 乌鲁木齐")
            .split(" ");
    private static final String WORDS = "华安瑞丰恒泰云图天宇博远嘉禾鼎盛汇通联创新锐智诚信达海纳百川金桥银河宏业永康德润泽普惠众合同凯旋世东方南洋西"
            + "部北斗明辉光大正阳长青松鹤龙腾虎跃凤凰鸿鹄麒麟卓越尚品优良佳美和顺利源兴旺福禄寿喜居乐科健宁静致立群星火辰晨曦";
    private static final String[] TRADES = ("科技 机械 电子 信息技术 贸易 建材 化工 医药 食品 物流 能源 环保 教育 传媒 纺织 服饰 家具 汽车配件 精密制造 自动化 软件 农业"
                    + " 餐饮管理 酒店管理 投资 咨询 广告 装饰 生物 新材料")
            .split(" ");
    private static final String[] FORMS = {"有限公司", "股份有限公司", "有限责任公司", "集团有限公司"};
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石" + "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉梅建国文博浩宇轩梓涵子怡雨欣思远嘉慧晓晨志鹏俊凯佳琪雪峰海燕春红丹"
            + "宁婷倩颖琳凤洁云莉荣爱妹香月莺媛瑞凡青倩婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希";
    private static final int PAIRS = WORDS.length() * WORDS.length();
    private static final long SPACE = (long) CITIES.length * PAIRS * TRADES.length * FORMS.length;
    /** Prime, so that stepping by it visits every combination once. */
    private static final long STEP = 7_368_787L;

    private MadeUp() {}

    static String company(long number) {
        long place = Math.floorMod(number * STEP, SPACE);
        String form = FORMS[(int) (place % FORMS.length)];
        place /= FORMS.length;
        String trade = TRADES[(int) (place % TRADES.length)];
        place /= TRADES.length;
        int pair = (int) (place % PAIRS);
        String city = CITIES[(int) (place / PAIRS)];
        return city + WORDS.charAt(pair / WORDS.length()) + WORDS.charAt(pair % WORDS.length()) + trade + form;
    }

    static String person(RandomGenerator random) {
        // squaring favours the frequent surnames at the beginning
        double often = random.nextDouble();
        char surname = SURNAMES.charAt((int) (often * often * SURNAMES.length()));
        String first = String.valueOf(GIVEN.charAt(random.nextInt(GIVEN.length())));
        return surname + first + (random.nextInt(10) < 7 ? GIVEN.charAt(random.nextInt(GIVEN.length())) : "");
    }

    static String mobile(RandomGenerator random) {
        return "1" + "3578".charAt(random.nextInt(4)) + "%09d".formatted(random.nextInt(1_000_000_000));
    }

    static String creditCode(RandomGenerator random) {
        return "91" + "%06d".formatted(random.nextInt(1_000_000)) + "%010d".formatted(random.nextLong(10_000_000_000L));
    }

    /** One of the given, the first ones more often. */
    static <T> T oneOf(RandomGenerator random, T[] values) {
        double often = random.nextDouble();
        return values[(int) (often * often * values.length)];
    }
}
