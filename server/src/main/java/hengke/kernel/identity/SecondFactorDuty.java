package hengke.kernel.identity;

/** Of whom the company demands a second step when signing in. */
public enum SecondFactorDuty {
    NOBODY,
    ADMINISTRATORS,
    EVERYBODY
}
