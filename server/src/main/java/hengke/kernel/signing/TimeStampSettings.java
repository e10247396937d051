package hengke.kernel.signing;

import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.Setting;
import java.util.Optional;

/** Which authority confirms the time of signatures, if any. */
public final class TimeStampSettings {
    public static final Setting<String> ADDRESS = Setting.of(
                    "signing.timeStamps",
                    new TextualType(TextualType.Form.TEXT, 300),
                    "",
                    "时间戳服务",
                    "Time-stamp authority")
            .help(
                    "RFC 3161 服务的公网地址；不填则用本机时间。服务无应答时仍可签署。",
                    "The address of an RFC 3161 service on the public network; without one the time is this machine's. One that"
                            + " does not answer keeps nobody from signing.")
            .checked(TimeStampSettings::wrong);

    private TimeStampSettings() {}

    private static Optional<Message> wrong(String address) {
        return address.isEmpty() || Outbound.readable(address)
                ? Optional.empty()
                : Optional.of(Message.of("signing.timeStampAddress"));
    }
}
