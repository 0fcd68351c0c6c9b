package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Prices} and {@link Cost}.
 */
class PricesTests {

	private static final Currency EUR = Currency.getInstance("EUR");

	private static final TokenCount NONE = TokenCount.NONE;

	@Test
	void eachKindOfTokenHasItsPrice() {
		Prices prices = prices(
				ModelPrice.ofTokens(price("4", "32", "5"), price("0.4", "0.5", "0.6"), price("16", "64", null)));
		Usage usage = Usage.ofTokens(new TokenCount(1_000_000, 2_000_000, 3_000_000, 0),
				new TokenCount(500_000, 1_000_000, 1_000_000, 0), new TokenCount(1_000_000, 1_000_000, 0, 0));
		// 0.5*4 + 1*32 + 2*5, then 0.5*0.4 + 1*0.5 + 1*0.6, then 16 + 64
		assertThat(amount(prices.cost("m", usage))).isEqualByComparingTo("125.3");
	}

	@Test
	void oneTokenIsNotRoundedAway() {
		Prices prices = prices(ModelPrice.ofTokens(price("0.15", null, null), TokenPrice.NONE, TokenPrice.NONE));
		assertThat(amount(prices.cost("m", input(1, 0)))).isEqualByComparingTo("0.00000015");
	}

	@Test
	void cachedTokensWithoutAPriceCostWhatOthersCost() {
		Prices prices = prices(ModelPrice.ofTokens(price("4", "32", null), price("0.4", null, null), TokenPrice.NONE));
		Usage usage = Usage.ofTokens(new TokenCount(1_000_000, 1_000_000, 0, 0),
				new TokenCount(1_000_000, 1_000_000, 0, 0), NONE);
		assertThat(amount(prices.cost("m", usage))).isEqualByComparingTo("32.4");
	}

	@Test
	void transcriptionByTimeCostsByTheMinute() {
		Prices prices = prices(ModelPrice.ofMinutes(new BigDecimal("0.006")));
		assertThat(amount(prices.cost("m", Usage.ofTime(Duration.ofSeconds(90))))).isEqualByComparingTo("0.009");
		assertThat(amount(prices.cost("m", Usage.ofTime(Duration.ofSeconds(7))))).isEqualByComparingTo("0.0007");
	}

	@Test
	void sumOfManyShortTranscriptionsIsThatOfOneLongOne() {
		Prices prices = prices(ModelPrice.ofMinutes(new BigDecimal("0.017")));
		Cost sum = Cost.zero(EUR);
		for (int i = 0; i < 7000; i++) {
			sum = sum.plus(prices.cost("m", Usage.ofTime(Duration.ofMillis(1234))));
		}
		BigDecimal once = amount(prices.cost("m", Usage.ofTime(Duration.ofMillis(7000 * 1234))));
		assertThat(amount(sum).subtract(once).abs()).isLessThan(new BigDecimal("1e-10"));
	}

	@Test
	void modelWithoutAPriceHasAnUnknownCost() {
		Cost cost = Prices.none().cost("m", input(1, 0));
		assertThat(cost.amount()).isNull();
		assertThat(cost.complete()).isFalse();
		assertThat(prices(ModelPrice.ofMinutes(BigDecimal.ONE)).cost(null, input(1, 0)).amount()).isNull();
	}

	@Test
	void missingPriceMakesTheCostUnknownAndTheRestIsTheLeastOfIt() {
		Prices prices = prices(ModelPrice.ofTokens(price("4", null, null), TokenPrice.NONE, TokenPrice.NONE));
		Cost cost = prices.cost("m", input(1_000_000, 1));
		assertThat(cost.amount()).isNull();
		assertThat(cost.known()).isEqualByComparingTo("4");
		assertThat(prices.cost("m", Usage.ofTime(Duration.ofSeconds(1))).amount()).isNull();
		assertThat(prices.cost("m", Usage.ofTokens(new TokenCount(0, 0, 0, 1), NONE, NONE)).amount()).isNull();
	}

	@Test
	void nothingCostsNothing() {
		assertThat(amount(Prices.none().cost("m", Usage.NONE))).isZero();
		assertThat(amount(prices(ModelPrice.ofMinutes(BigDecimal.ONE)).cost("m", Usage.NONE))).isZero();
	}

	@Test
	void priceMayBeZero() {
		Prices prices = prices(ModelPrice.ofTokens(price("0", "0", "0"), TokenPrice.NONE, price("0", "0", null)));
		assertThat(amount(prices.cost("m", input(5, 5)))).isZero();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			gpt-realtime,                      1
			gpt-realtime-2025-08-28,           1
			gpt-realtime-2026-01-15,           2
			gpt-realtime-mini,                 none
			gpt-realtime-mini-2025-10-06,      none
			gpt-realtime-2,                    none
			gpt-realtime-2025,                 none
			gpt-realtime-2025-08-28-preview,   none
			gpt,                               none
			""")
	void priceHoldsForDatedSnapshotsAndNoOtherModel(String model, @Nullable String price) {
		Prices prices = new Prices(EUR, Map.of("gpt-realtime", ModelPrice.ofMinutes(new BigDecimal("1")),
				"gpt-realtime-2026-01-15", ModelPrice.ofMinutes(new BigDecimal("2"))));
		ModelPrice found = prices.find(model);
		assertThat((found != null) ? String.valueOf(found.minute()) : null).isEqualTo(price);
	}

	@Test
	void unknownCostStaysUnknownInSums() {
		Cost known = new Cost(EUR, new BigDecimal("2"), true);
		Cost unknown = new Cost(EUR, new BigDecimal("1"), false);
		assertThat(known.plus(unknown)).isEqualTo(new Cost(EUR, new BigDecimal("3"), false));
		assertThat(unknown.plus(known).amount()).isNull();
	}

	@Test
	void currenciesAreNotMixed() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Cost.zero(EUR).plus(Cost.zero(Currency.getInstance("USD"))))
			.withMessage("Cannot add USD to EUR");
	}

	@Test
	void priceMustNotBeNegative() {
		assertThatIllegalArgumentException().isThrownBy(() -> price("-1", null, null));
		assertThatIllegalArgumentException().isThrownBy(() -> ModelPrice.ofMinutes(new BigDecimal("-0.1")));
	}

	private static Prices prices(ModelPrice price) {
		return new Prices(EUR, Map.of("m", price));
	}

	private static TokenPrice price(@Nullable String text, @Nullable String audio, @Nullable String image) {
		return new TokenPrice(decimal(text), decimal(audio), decimal(image));
	}

	private static @Nullable BigDecimal decimal(@Nullable String text) {
		return (text != null) ? new BigDecimal(text) : null;
	}

	private static Usage input(long text, long audio) {
		return Usage.ofTokens(new TokenCount(text, audio, 0, 0), NONE, NONE);
	}

	private static BigDecimal amount(Cost cost) {
		BigDecimal amount = cost.amount();
		assertThat(amount).as("amount of %s", cost).isNotNull();
		return amount;
	}

}
