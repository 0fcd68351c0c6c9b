package io.realtime4j.spring.phone.engine;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TransferTarget}.
 */
class TransferTargetTests {

	@ParameterizedTest
	@CsvSource({ "tel:+14155550142, +14155550142, true", "TEL:+1-415-555.0142, +14155550142, true",
			"tel:+1(415)5550142, +14155550142, true", "sip:desk@pbx.example.com, sip:desk@pbx.example.com, false",
			"SIPS:+49-30@10.0.0.5:5061, sips:+49-30@10.0.0.5:5061, false" })
	void addressHasOneForm(URI address, String called, boolean number) {
		TransferTarget target = TransferTarget.of(address);
		assertThat(target.address()).isEqualTo(called);
		assertThat(target.isNumber()).isEqualTo(number);
		assertThat(target.toString()).doesNotContain(called);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tel:911", "tel:0900123456", "tel:+1", "tel:+12345678901234567", "tel:+14155550142,9001",
			"tel:+14155550142;ext=1", "tel:+14155550142%3C", "sip:pbx.example.com",
			"sip:desk@pbx.example.com;secure=true", "sip:desk@pbx.example.com?Route=x", "sip:a@b@c.example",
			"sip:desk@-pbx", "http://example.com", "+14155550142" })
	void whatSaysMoreThanAnAddressIsRefused(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> TransferTarget.of(URI.create(address)))
			.withMessageContaining("international number");
	}

}
