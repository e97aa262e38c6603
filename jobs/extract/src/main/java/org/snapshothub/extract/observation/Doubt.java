package org.snapshothub.extract.observation;

import java.math.BigDecimal;

/**
 * A reading that a rule doubts; it still counts.
 *
 * @param rule name of the rule
 * @param reading what is doubted
 * @param comparedC ℃, what it was compared with: the bound it passes, the reading before it, what its neighbours would
 *     make it
 * @param detail the values, one line
 */
public record Doubt(String rule, TimedReading reading, BigDecimal comparedC, String detail) {}
