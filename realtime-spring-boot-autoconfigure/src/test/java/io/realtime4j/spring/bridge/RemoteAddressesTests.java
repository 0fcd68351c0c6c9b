package io.realtime4j.spring.bridge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RemoteAddresses}.
 */
class RemoteAddressesTests {

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::1, 2001:db8:1:2:ffff::9", "[2001:db8:1:2::1], 2001:db8:1:2::2",
			"fe80::1%eth0, fe80::2%eth1", "::ffff:192.0.2.1, 192.0.2.1" })
	void addressesOfOneClientAreOne(String one, String other) {
		assertThat(RemoteAddresses.client(one)).isEqualTo(RemoteAddresses.client(other));
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.1, 192.0.2.2", "::1, 127.0.0.1", "a:b, c:d" })
	void addressesOfTwoClientsAreTwo(String one, String other) {
		assertThat(RemoteAddresses.client(one)).isNotEqualTo(RemoteAddresses.client(other));
	}

	@Test
	void unknownAddressIsOneClient() {
		assertThat(RemoteAddresses.client(null)).isEqualTo("null");
	}

}
