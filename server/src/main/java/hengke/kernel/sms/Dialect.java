package hengke.kernel.sms;

import hengke.kernel.outbound.Answer;
import hengke.kernel.outbound.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a provider is asked to send a message, and what its answers mean. Plain functions. */
sealed interface Dialect permits Aliyun, Tencent {
    /** So long an answer is waited for. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /** So much of an answer is read. */
    int LONGEST_ANSWER = 16 << 10;

    /** @param nonce never used twice */
    Outbound.Post post(SmsAccount account, Sms sms, Instant at, String nonce);

    /** How it says no, also with a status that looks like yes; empty where the message was taken. */
    Optional<ProviderFault> refused(Answer answer);
}
