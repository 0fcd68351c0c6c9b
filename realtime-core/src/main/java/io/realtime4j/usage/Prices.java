package io.realtime4j.usage;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Prices of models. None is built in, since prices change. A price holds for the model of
 * exactly this name and for its dated snapshots: that of {@code gpt-realtime} holds for
 * {@code gpt-realtime-2025-08-28} unless that one has a price of its own, and never for
 * {@code gpt-realtime-mini}.
 *
 * @param currency the currency of all prices
 * @param models prices by the names of models; with Azure by the names that its sessions
 * tell
 * @since 0.1.0
 */
public record Prices(Currency currency, Map<String, ModelPrice> models) {

	private static final Pattern SNAPSHOT = Pattern.compile("-\\d{4}-\\d{2}-\\d{2}$");

	/**
	 * Create a new {@link Prices} instance.
	 */
	public Prices {
		models = Map.copyOf(models);
	}

	/**
	 * Return no prices, so that every cost is unknown.
	 * @return no prices, in US dollars
	 */
	public static Prices none() {
		return new Prices(Currency.getInstance("USD"), Map.of());
	}

	/**
	 * Find the prices of a model.
	 * @param model the name of the model, or {@code null} if it is not known
	 * @return the prices, or {@code null} if it has none
	 */
	public @Nullable ModelPrice find(@Nullable String model) {
		if (model == null) {
			return null;
		}
		ModelPrice price = this.models.get(model);
		return (price != null) ? price : this.models.get(SNAPSHOT.matcher(model).replaceFirst(""));
	}

	/**
	 * Return the cost of a usage of a model. No usage costs nothing, whatever the model.
	 * @param model the name of the model, or {@code null} if it is not known
	 * @param usage the usage
	 * @return the cost, unknown if a price that it takes is missing
	 */
	public Cost cost(@Nullable String model, Usage usage) {
		ModelPrice price = find(model);
		if (price != null) {
			return Bill.of(usage, price, this.currency);
		}
		return new Cost(this.currency, BigDecimal.ZERO, usage.equals(Usage.NONE));
	}

}
