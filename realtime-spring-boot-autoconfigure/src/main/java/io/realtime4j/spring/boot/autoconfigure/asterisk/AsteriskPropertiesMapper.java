package io.realtime4j.spring.boot.autoconfigure.asterisk;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.phone.PhonePropertiesMapper;
import io.realtime4j.spring.phone.asterisk.AsteriskDoor;
import io.realtime4j.spring.phone.asterisk.AsteriskTickets;
import io.realtime4j.spring.phone.asterisk.AsteriskTransfers;
import io.realtime4j.spring.phone.asterisk.AudioSocketDialect;
import io.realtime4j.spring.phone.asterisk.AudioSocketRate;
import io.realtime4j.spring.phone.asterisk.AudioSocketServer;
import io.realtime4j.spring.phone.asterisk.TrustedAddresses;
import io.realtime4j.spring.phone.engine.PhoneSettings;

/**
 * Maps the properties of Asterisk.
 */
final class AsteriskPropertiesMapper {

	private static final String PREFIX = "realtime.asterisk.";

	private static final String WEBSOCKET = PREFIX + "websocket.";

	private static final int MAX_PORT = 65535;

	private AsteriskPropertiesMapper() {
	}

	static AudioSocketServer.Settings server(AsteriskProperties properties) {
		PropertyChecks.check(properties.getPort() >= 0 && properties.getPort() <= MAX_PORT, PREFIX + "port",
				"must be a port, but it is " + properties.getPort());
		return new AudioSocketServer.Settings(new InetSocketAddress(address(properties), properties.getPort()),
				rate(properties));
	}

	private static InetAddress address(AsteriskProperties properties) {
		try {
			return InetAddress.getByName(properties.getAddress());
		}
		catch (UnknownHostException ex) {
			throw new InvalidRealtimePropertyException(PREFIX + "address",
					"must be an address of this machine, such as 10.0.0.2");
		}
	}

	static AudioSocketRate rate(AsteriskProperties properties) {
		try {
			return AudioSocketRate.of(properties.getSampleRate());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidRealtimePropertyException(PREFIX + "sample-rate",
					"must be 8000, 12000, 16000, 24000, 32000 or 48000, but it is " + properties.getSampleRate());
		}
	}

	static AudioSocketDialect.Admission admission(AsteriskProperties properties, AsteriskTickets tickets,
			AsteriskTransfers transfers) {
		TrustedAddresses trusted = trusted(properties);
		PropertyChecks.check(!trusted.isEverybody() || properties.isAnswerEverybody(), PREFIX + "trusted-addresses",
				"must not be every address: anybody could have calls answered at your expense. If that is wanted, set"
						+ " '" + PREFIX + "answer-everybody'");
		return new AudioSocketDialect.Admission(tickets, trusted, properties.isAnswerEverybody(),
				properties.isDialPlanTransfers() ? transfers : null);
	}

	static AsteriskDoor.Admission webSocketAdmission(AsteriskProperties properties, AsteriskTickets tickets,
			AsteriskTransfers transfers) {
		String password = properties.getWebsocket().getPassword();
		String username = properties.getWebsocket().getUsername();
		PropertyChecks.resolved(password, WEBSOCKET + "password");
		PropertyChecks.notBlank(password, WEBSOCKET + "password");
		PropertyChecks.check(!username.isBlank() && !username.contains(":"), WEBSOCKET + "username",
				"must be a name without a colon");
		return new AsteriskDoor.Admission(tickets, (password != null) ? username + ":" + password : null,
				properties.isDialPlanTransfers() ? transfers : null);
	}

	static String mediaPath(AsteriskProperties properties) {
		String path = properties.getWebsocket().getPath();
		PropertyChecks.path(path, WEBSOCKET + "path", "/realtime/asterisk/media");
		return path;
	}

	private static TrustedAddresses trusted(AsteriskProperties properties) {
		try {
			return new TrustedAddresses(properties.getTrustedAddresses());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidRealtimePropertyException(PREFIX + "trusted-addresses",
					"must be addresses such as 10.0.0.5 or networks such as 10.0.0.0/24: " + ex.getMessage());
		}
	}

	static Duration ticketLifetime(AsteriskProperties properties) {
		return PhonePropertiesMapper.ticketLifetime(PREFIX, properties);
	}

	static PhoneSettings settings(AsteriskProperties properties) {
		return PhonePropertiesMapper.settings(PREFIX, properties).withUnknownCallersApart();
	}

}
