package io.realtime4j.spring.boot.autoconfigure;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Properties for the prices of models.
 *
 * @since 0.1.0
 */
public class PricingProperties {

	/**
	 * Currency of all prices, as an ISO 4217 code.
	 */
	private Currency currency = Currency.getInstance("USD");

	/**
	 * Prices by model name, including transcription models. A price also applies to dated
	 * snapshots of its model that have no price of their own. A name with a dot must be
	 * written in brackets, such as [gpt-realtime-2.1].
	 */
	private Map<String, ModelPriceProperties> models = new LinkedHashMap<>();

	public Currency getCurrency() {
		return this.currency;
	}

	public void setCurrency(Currency currency) {
		this.currency = currency;
	}

	public Map<String, ModelPriceProperties> getModels() {
		return this.models;
	}

	public void setModels(Map<String, ModelPriceProperties> models) {
		this.models = models;
	}

}
