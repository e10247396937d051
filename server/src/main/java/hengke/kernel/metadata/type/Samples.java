package hengke.kernel.metadata.type;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plausible Chinese words for made-up values. */
final class Samples {
    private static final String[] WORDS = {
        "资料", "产品", "方案", "需求", "报价", "合同", "交付", "服务", "预算", "采购", "会议", "电话", "上海", "北京", "云图", "恒客", "数据", "平台",
        "项目", "季度", "确认", "沟通", "设备", "工厂", "渠道", "续约", "验收", "培训"
    };

    private Samples() {}

    static String words(RandomGenerator random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> WORDS[random.nextInt(WORDS.length)])
                .collect(Collectors.joining());
    }
}
