package io.jetalyst.json.avaje;

import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.math.BigInteger;

/** One of each kind of number. */
@Json
public record Numbers(int small, long large, double real, BigInteger integer, BigDecimal decimal) {}
