package io.realtime4j.spring.phone.asterisk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TrustedAddresses}.
 */
class TrustedAddressesTests {

	@ParameterizedTest
	@CsvSource({ "10.0.0.5,10.0.0.5,true", "10.0.0.5,10.0.0.6,false", "10.0.0.0/8,10.255.1.2,true",
			"10.0.0.0/8,11.0.0.0,false", "10.0.0.128/25,10.0.0.127,false", "10.0.0.128/25,10.0.0.200,true",
			"::1,::1,true", "::1,127.0.0.1,false", "fd00::/16,fd00:1::5,true", "fd00::/16,fd01::5,false",
			"0.0.0.0/0,1.2.3.4,true", "0.0.0.0/0,::1,false" })
	void addressIsAmongThem(String trusted, String address, boolean expected) throws UnknownHostException {
		TrustedAddresses addresses = new TrustedAddresses(List.of("192.0.2.1", trusted));
		assertThat(addresses.contains(InetAddress.getByName(address))).isEqualTo(expected);
	}

	@Test
	void everybodyIsSeen() {
		assertThat(new TrustedAddresses(List.of("10.0.0.0/8", "::/0")).isEverybody()).isTrue();
		assertThat(new TrustedAddresses(List.of("10.0.0.0/8")).isEverybody()).isFalse();
		assertThat(new TrustedAddresses(List.of()).isEverybody()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "asterisk.example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "300.0.0.1", "", "::1::" })
	void nonsenseIsRefused(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TrustedAddresses(List.of(address)));
	}

}
