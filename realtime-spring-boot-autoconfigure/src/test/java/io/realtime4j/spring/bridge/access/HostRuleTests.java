package io.realtime4j.spring.bridge.access;

import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HostRule}.
 */
class HostRuleTests {

	private final HostRule rule = new HostRule(Set.of());

	@Test
	void loopbackAddressOfEitherFamilyCounts() {
		for (String address : new String[] { "127.0.0.1", "127.1.2.3", "0:0:0:0:0:0:0:1", "::1", "::ffff:127.0.0.1" }) {
			assertThat(this.rule.allows(request("evil.example.com", address), true)).as(address).isFalse();
			assertThat(this.rule.allows(request("localhost", address), true)).as(address).isTrue();
			assertThat(this.rule.allows(request("::1", address), true)).as(address).isTrue();
		}
	}

	@Test
	void otherAddressesMayHaveAnyName() {
		for (String address : new String[] { "192.0.2.1", "2001:db8::1", "" }) {
			assertThat(this.rule.allows(request("www.example.com", address), true)).as(address).isTrue();
		}
	}

	@Test
	void numberThatIsNoAddressIsAName() {
		for (String host : new String[] { "2130706433", "127.0.0.1.example.com", "127.0.0", "localhost.example.com" }) {
			assertThat(this.rule.allows(request(host, "127.0.0.1"), true)).as(host).isFalse();
		}
	}

	private static MockHttpServletRequest request(String host, String address) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setServerName(host);
		request.setLocalAddr(address);
		return request;
	}

}
