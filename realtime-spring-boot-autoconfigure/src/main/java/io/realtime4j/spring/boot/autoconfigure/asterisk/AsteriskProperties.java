package io.realtime4j.spring.boot.autoconfigure.asterisk;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneCallProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for calls from Asterisk.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.asterisk")
public class AsteriskProperties extends PhoneCallProperties {

	/**
	 * Whether calls from Asterisk are answered.
	 */
	private boolean enabled;

	/**
	 * Address of this machine to which Asterisk connects. The connections are neither
	 * encrypted nor authenticated: choose one of a private network.
	 */
	private String address = "127.0.0.1";

	/**
	 * Port to which Asterisk connects.
	 */
	private int port = 9092;

	/**
	 * Sample rate of the audio in Hz: 8000, or in newer versions of Asterisk 12000,
	 * 16000, 24000, 32000 or 48000. The service speaks at 24000, for which nothing is
	 * resampled.
	 */
	private int sampleRate = 8000;

	/**
	 * Comma-separated list of addresses and networks whose calls are answered without a
	 * ticket, such as 10.0.0.5 or 10.0.0.0/24. By default every call needs a UUID that
	 * AsteriskTickets issued.
	 */
	private List<String> trustedAddresses = new ArrayList<>();

	/**
	 * Whether everybody who reaches the port has calls answered, at your expense.
	 */
	private boolean answerEverybody;

	/**
	 * Whether the dial plan asks AsteriskTransfers whom to call next when the application
	 * lets a call go. Without it, calls cannot be transferred.
	 */
	private boolean dialPlanTransfers;

	/**
	 * Largest number of calls at a time of one number, where the ticket of the call tells
	 * it, those that it has by other carriers or by SIP included.
	 */
	private int maxCallsPerCaller = 5;

	/**
	 * Calls by the WebSocket channel of Asterisk.
	 */
	private final WebSocket websocket = new WebSocket();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public String getAddress() {
		return this.address;
	}

	public void setAddress(String address) {
		this.address = address;
	}

	public int getPort() {
		return this.port;
	}

	public void setPort(int port) {
		this.port = port;
	}

	public int getSampleRate() {
		return this.sampleRate;
	}

	public void setSampleRate(int sampleRate) {
		this.sampleRate = sampleRate;
	}

	public List<String> getTrustedAddresses() {
		return this.trustedAddresses;
	}

	public void setTrustedAddresses(List<String> trustedAddresses) {
		this.trustedAddresses = trustedAddresses;
	}

	public boolean isAnswerEverybody() {
		return this.answerEverybody;
	}

	public void setAnswerEverybody(boolean answerEverybody) {
		this.answerEverybody = answerEverybody;
	}

	public boolean isDialPlanTransfers() {
		return this.dialPlanTransfers;
	}

	public void setDialPlanTransfers(boolean dialPlanTransfers) {
		this.dialPlanTransfers = dialPlanTransfers;
	}

	@Override
	public int getMaxCallsPerCaller() {
		return this.maxCallsPerCaller;
	}

	public void setMaxCallsPerCaller(int maxCallsPerCaller) {
		this.maxCallsPerCaller = maxCallsPerCaller;
	}

	public WebSocket getWebsocket() {
		return this.websocket;
	}

	/**
	 * Properties of the WebSocket channel.
	 */
	public static class WebSocket {

		/**
		 * Whether calls by the WebSocket channel of Asterisk are answered.
		 */
		private boolean enabled;

		/**
		 * Path of the WebSockets, within that of the application.
		 */
		private String path = "/realtime/asterisk/media";

		/**
		 * User of Asterisk, with whose password its WebSockets come.
		 */
		private String username = "asterisk";

		/**
		 * Password of Asterisk. With it, every WebSocket has to come with it, and calls
		 * need no ticket; without it, every call needs one.
		 */
		private @Nullable String password;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public String getPath() {
			return this.path;
		}

		public void setPath(String path) {
			this.path = path;
		}

		public String getUsername() {
			return this.username;
		}

		public void setUsername(String username) {
			this.username = username;
		}

		public @Nullable String getPassword() {
			return this.password;
		}

		public void setPassword(@Nullable String password) {
			this.password = password;
		}

	}

}
