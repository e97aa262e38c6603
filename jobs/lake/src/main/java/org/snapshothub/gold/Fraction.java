package org.snapshothub.gold;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact sum of quotients, rounded once at the end: Spark's average of averages over DECIMAL is not exact (it makes
 * 0.049997500 of 0.05).
 */
final class Fraction {

    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Fraction(BigInteger numerator, BigInteger denominator) {
        BigInteger common = numerator.gcd(denominator).max(BigInteger.ONE);
        this.numerator = numerator.divide(common);
        this.denominator = denominator.divide(common);
    }

    static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A decimal as it is. */
    static Fraction of(BigDecimal value) {
        BigDecimal whole = value.scale() < 0 ? value.setScale(0) : value;
        return new Fraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction over(long divisor) {
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    /** HALF_UP, which is away from zero, to {@code places}. */
    BigDecimal rounded(int places) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), places, RoundingMode.HALF_UP);
    }
}
