package hengke.kernel.query;

import hengke.kernel.metadata.formula.Expression;

/** The records behind a reference that a formula looks at for its reader. */
record Seen(Criterion criterion) implements Expression.Sight {}
