package io.realtime4j.spring.phone.engine;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AllowedTargets}.
 */
class AllowedTargetsTests {

	private static final PhoneCaller CALLER = new PhoneCaller("twilio", "CA1", "+1", Map.of());

	@Test
	void nobodyIsAllowedByDefault() {
		assertThat(isAllowed(new AllowedTargets(List.of()), "tel:+14155550142")).isFalse();
	}

	@Test
	void numbersAndTheirBeginningsAreAllowed() {
		AllowedTargets targets = new AllowedTargets(List.of("+14155550142", "tel:+4930*", " +442071838750 "));
		assertThat(isAllowed(targets, "tel:+14155550142")).isTrue();
		assertThat(isAllowed(targets, "tel:+493012345")).isTrue();
		assertThat(isAllowed(targets, "tel:+442071838750")).isTrue();
		assertThat(isAllowed(targets, "tel:+141555501420")).isFalse();
		assertThat(isAllowed(targets, "tel:+49900123456")).isFalse();
		assertThat(isAllowed(targets, "sip:+14155550142@evil.example")).isFalse();
	}

	@Test
	void addressesAndUsersOfAHostAreAllowed() {
		AllowedTargets targets = new AllowedTargets(List.of("sip:desk@a.example.com", "sips:*@B.example.com:5061"));
		assertThat(isAllowed(targets, "sip:desk@A.example.com")).isTrue();
		assertThat(isAllowed(targets, "sips:anybody@b.example.com:5061")).isTrue();
		assertThat(isAllowed(targets, "sip:other@a.example.com")).isFalse();
		assertThat(isAllowed(targets, "sips:anybody@b.example.com")).isFalse();
		assertThat(isAllowed(targets, "sip:anybody@b.example.com:5061")).isFalse();
		assertThat(isAllowed(targets, "sip:desk@a.example.com.evil.example")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "+*", "4155550142", "+1415*5", "sip:*@*", "sip:*", "" })
	void whatAllowsEverybodyOrNobodyIsRefused(String entry) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AllowedTargets(List.of(entry)));
	}

	private static boolean isAllowed(AllowedTargets targets, String target) {
		return targets.isAllowed(CALLER, URI.create(target));
	}

}
