package hengke.kernel.metadata.formula;

/** Why the rest of a formula cannot be read any more. */
final class Unusable extends Exception {
    private final FormulaFault fault;

    Unusable(FormulaFault fault) {
        super(fault.message().key(), null, false, false);
        this.fault = fault;
    }

    FormulaFault fault() {
        return fault;
    }
}
