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
	 * Currency of all prices, by its code of ISO 4217.
	 */
	private Currency currency = Currency.getInstance("USD");

	/**
	 * Prices by the names of models, those that transcribe too. A price holds for dated
	 * snapshots of its model as well, unless they have prices of their own. A name with a
	 * dot stands in brackets, such as [gpt-realtime-2.1].
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
