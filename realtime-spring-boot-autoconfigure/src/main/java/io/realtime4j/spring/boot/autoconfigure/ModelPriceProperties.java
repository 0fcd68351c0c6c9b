package io.realtime4j.spring.boot.autoconfigure;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Properties for the prices of one model.
 *
 * @since 0.1.0
 */
public class ModelPriceProperties {

	private final Tokens input = new Tokens();

	private final Tokens cachedInput = new Tokens();

	private final Tokens output = new Tokens();

	/**
	 * Price of a minute of transcribed audio, for models that are billed by time.
	 */
	private @Nullable BigDecimal minute;

	public Tokens getInput() {
		return this.input;
	}

	public Tokens getCachedInput() {
		return this.cachedInput;
	}

	public Tokens getOutput() {
		return this.output;
	}

	public @Nullable BigDecimal getMinute() {
		return this.minute;
	}

	public void setMinute(@Nullable BigDecimal minute) {
		this.minute = minute;
	}

	/**
	 * Prices of tokens.
	 */
	public static class Tokens {

		/**
		 * Price of a million text tokens.
		 */
		private @Nullable BigDecimal text;

		/**
		 * Price of a million audio tokens.
		 */
		private @Nullable BigDecimal audio;

		/**
		 * Price of a million image tokens.
		 */
		private @Nullable BigDecimal image;

		public @Nullable BigDecimal getText() {
			return this.text;
		}

		public void setText(@Nullable BigDecimal text) {
			this.text = text;
		}

		public @Nullable BigDecimal getAudio() {
			return this.audio;
		}

		public void setAudio(@Nullable BigDecimal audio) {
			this.audio = audio;
		}

		public @Nullable BigDecimal getImage() {
			return this.image;
		}

		public void setImage(@Nullable BigDecimal image) {
			this.image = image;
		}

	}

}
