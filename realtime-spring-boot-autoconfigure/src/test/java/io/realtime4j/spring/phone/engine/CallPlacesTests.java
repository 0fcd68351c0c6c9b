package io.realtime4j.spring.phone.engine;

import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallPlaces}.
 */
class CallPlacesTests {

	private static final CallPlaces.Limits LIMITS = new CallPlaces.Limits(3, 2, true);

	private static final CallPlaces.Limits APART = new CallPlaces.Limits(3, 2, false);

	private final CallPlaces places = new CallPlaces(5);

	private int calls;

	@Test
	void callerHasAsManyCallsAsMayBeByAllCarriers() {
		CallPlaces.Place first = take("twilio", "+4155550123");
		assertThat(first).isNotNull();
		assertThat(take("vonage", "4155550123")).isNotNull();
		assertThat(isFree("sip", "+4155550123")).isFalse();
		assertThat(take("sip", "+4155550123")).isNull();
		assertThat(take("sip", "+4155550124")).isNotNull();
		first.release();
		first.release();
		assertThat(isFree("sip", "+4155550123")).isTrue();
		assertThat(take("sip", "+4155550123")).isNotNull();
		assertThat(take("twilio", "+4155550123")).isNull();
	}

	@Test
	void carrierHasAsManyCallsAsMayBeInAllItsWays() {
		for (int i = 0; i < 3; i++) {
			assertThat(take("asterisk", "+" + i)).isNotNull();
		}
		assertThat(take("asterisk", "+9")).isNull();
		assertThat(take("twilio", "+9")).isNotNull();
	}

	@Test
	void applicationHasAsManyCallsAsMayBe() {
		CallPlaces.Place first = take("twilio", "+0");
		assertThat(first).isNotNull();
		for (int i = 1; i < 5; i++) {
			assertThat(take((i % 2 == 0) ? "twilio" : "sip", "+" + i)).isNotNull();
		}
		assertThat(take("vonage", "+9")).isNull();
		first.release();
		assertThat(take("vonage", "+9")).isNotNull();
	}

	@Test
	void unknownCallersOfACarrierAreOneUnlessItTellsNone() {
		assertThat(take("twilio", null)).isNotNull();
		assertThat(take("twilio", null)).isNotNull();
		assertThat(take("twilio", null)).isNull();
		assertThat(take("telnyx", null)).isNotNull();
		CallPlaces others = new CallPlaces(5);
		for (int i = 0; i < 3; i++) {
			assertThat(others.take(caller("asterisk", null), APART)).isNotNull();
		}
	}

	@Test
	void nobodyIsNamed() {
		assertThat(take("twilio", "+4155550123")).hasToString("Place[carrier=twilio]");
	}

	private CallPlaces.@Nullable Place take(String carrier, @Nullable String from) {
		return this.places.take(caller(carrier, from), LIMITS);
	}

	private boolean isFree(String carrier, String from) {
		return this.places.isFree(caller(carrier, from), LIMITS);
	}

	private PhoneCaller caller(String carrier, @Nullable String from) {
		return new PhoneCaller(carrier, "call-" + this.calls++, from, Map.of());
	}

}
