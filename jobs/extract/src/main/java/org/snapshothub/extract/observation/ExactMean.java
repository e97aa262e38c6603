package org.snapshothub.extract.observation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/** A mean kept as a fraction of whole numbers, rounded once when it is asked for. */
record ExactMean(BigInteger numerator, BigInteger denominator) {

    private static final int SCALE = 8;

    ExactMean {
        BigInteger common = numerator.gcd(denominator);
        if (common.signum() > 0) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    /** The mean of readings of scale 1, or of means of scale 8. */
    static ExactMean of(Collection<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigInteger parts = BigInteger.TEN.pow(Math.max(0, sum.scale()));
        return new ExactMean(
                sum.multiply(new BigDecimal(parts)).toBigIntegerExact(),
                parts.multiply(BigInteger.valueOf(values.size())));
    }

    /** The mean of means, each with the same weight. */
    static ExactMean ofMeans(Collection<ExactMean> means) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (ExactMean mean : means) {
            ExactMean sum = new ExactMean(
                    numerator.multiply(mean.denominator).add(mean.numerator.multiply(denominator)),
                    denominator.multiply(mean.denominator));
            numerator = sum.numerator;
            denominator = sum.denominator;
        }
        return new ExactMean(numerator, denominator.multiply(BigInteger.valueOf(means.size())));
    }

    static BigDecimal share(long part, long whole) {
        return new ExactMean(BigInteger.valueOf(part), BigInteger.valueOf(whole)).rounded();
    }

    /** HALF_UP to 8 places. */
    BigDecimal rounded() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), SCALE, RoundingMode.HALF_UP);
    }
}
