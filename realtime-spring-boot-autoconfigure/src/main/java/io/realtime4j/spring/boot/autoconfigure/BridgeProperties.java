package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the bridge between pages in browsers and realtime
 * sessions.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.bridge")
public class BridgeProperties {

	/**
	 * Whether pages in browsers may talk to sessions of this server.
	 */
	private boolean enabled;

	/**
	 * Protocol that pages speak: the wire format of the bridge, or the protocol of the
	 * service, with which the browser clients of others can talk to this server.
	 */
	private Mode mode = Mode.VOICE;

	/**
	 * Path of the WebSocket endpoint, below which the files for pages are served.
	 */
	private String path = "/realtime";

	/**
	 * Comma-separated list of origins, besides that of the server itself, whose pages may
	 * connect, such as https://www.example.com.
	 */
	private List<String> allowedOrigins = new ArrayList<>();

	/**
	 * Largest number of sessions of all pages.
	 */
	private int maxSessions = 200;

	/**
	 * Largest number of sessions of one user: of a principal, or of an address where
	 * nobody is logged in.
	 */
	private int maxSessionsPerUser = 5;

	/**
	 * How long a page may send nothing until its session ends.
	 */
	private Duration idleTimeout = Duration.ofMinutes(10);

	/**
	 * How long a session waits for its page to come back, after a reload for example.
	 */
	private Duration resumeGrace = Duration.ofSeconds(30);

	/**
	 * Largest text frame that is taken from a page.
	 */
	private DataSize maxTextSize = DataSize.ofKilobytes(16);

	/**
	 * Largest frame of audio that is taken from a page.
	 */
	private DataSize maxAudioSize = DataSize.ofKilobytes(64);

	/**
	 * Largest number of text frames that a page may send in a second; twice as many may
	 * come at once.
	 */
	private int commandsPerSecond = 50;

	/**
	 * Largest amount that may wait to be sent to a page. A page that does not read is
	 * closed then.
	 */
	private DataSize maxOutgoingSize = DataSize.ofMegabytes(8);

	/**
	 * Longest time that sending one frame to a page may take.
	 */
	private Duration sendTimeout = Duration.ofSeconds(20);

	/**
	 * Whether the user of a page decides about calls of tools that need approval.
	 */
	private boolean approvals = true;

	/**
	 * Whether pages are told what tools are called with and what they answer.
	 */
	private boolean toolData;

	@NestedConfigurationProperty
	private final BridgeHistoryProperties history = new BridgeHistoryProperties();

	private final Relay relay = new Relay();

	private final ClientSecret clientSecret = new ClientSecret();

	private final Calls calls = new Calls();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Mode getMode() {
		return this.mode;
	}

	public void setMode(Mode mode) {
		this.mode = mode;
	}

	public String getPath() {
		return this.path;
	}

	public void setPath(String path) {
		this.path = path;
	}

	public List<String> getAllowedOrigins() {
		return this.allowedOrigins;
	}

	public void setAllowedOrigins(List<String> allowedOrigins) {
		this.allowedOrigins = allowedOrigins;
	}

	public int getMaxSessions() {
		return this.maxSessions;
	}

	public void setMaxSessions(int maxSessions) {
		this.maxSessions = maxSessions;
	}

	public int getMaxSessionsPerUser() {
		return this.maxSessionsPerUser;
	}

	public void setMaxSessionsPerUser(int maxSessionsPerUser) {
		this.maxSessionsPerUser = maxSessionsPerUser;
	}

	public Duration getIdleTimeout() {
		return this.idleTimeout;
	}

	public void setIdleTimeout(Duration idleTimeout) {
		this.idleTimeout = idleTimeout;
	}

	public Duration getResumeGrace() {
		return this.resumeGrace;
	}

	public void setResumeGrace(Duration resumeGrace) {
		this.resumeGrace = resumeGrace;
	}

	public DataSize getMaxTextSize() {
		return this.maxTextSize;
	}

	public void setMaxTextSize(DataSize maxTextSize) {
		this.maxTextSize = maxTextSize;
	}

	public DataSize getMaxAudioSize() {
		return this.maxAudioSize;
	}

	public void setMaxAudioSize(DataSize maxAudioSize) {
		this.maxAudioSize = maxAudioSize;
	}

	public int getCommandsPerSecond() {
		return this.commandsPerSecond;
	}

	public void setCommandsPerSecond(int commandsPerSecond) {
		this.commandsPerSecond = commandsPerSecond;
	}

	public DataSize getMaxOutgoingSize() {
		return this.maxOutgoingSize;
	}

	public void setMaxOutgoingSize(DataSize maxOutgoingSize) {
		this.maxOutgoingSize = maxOutgoingSize;
	}

	public Duration getSendTimeout() {
		return this.sendTimeout;
	}

	public void setSendTimeout(Duration sendTimeout) {
		this.sendTimeout = sendTimeout;
	}

	public boolean isApprovals() {
		return this.approvals;
	}

	public void setApprovals(boolean approvals) {
		this.approvals = approvals;
	}

	public boolean isToolData() {
		return this.toolData;
	}

	public void setToolData(boolean toolData) {
		this.toolData = toolData;
	}

	public BridgeHistoryProperties getHistory() {
		return this.history;
	}

	public Relay getRelay() {
		return this.relay;
	}

	public ClientSecret getClientSecret() {
		return this.clientSecret;
	}

	public Calls getCalls() {
		return this.calls;
	}

	/**
	 * Protocol that pages speak.
	 */
	public enum Mode {

		/**
		 * The wire format of the bridge.
		 */
		VOICE,

		/**
		 * The protocol of the service.
		 */
		RELAY

	}

	/**
	 * Properties for the relay mode.
	 */
	public static class Relay {

		/**
		 * Comma-separated list of the types of the events that pages may send. Whatever
		 * they are, pages can add only messages of the user, and cannot give instructions
		 * or tools.
		 */
		private List<String> allowedEvents = new ArrayList<>(
				List.of("input_audio_buffer.append", "input_audio_buffer.commit", "input_audio_buffer.clear",
						"conversation.item.create", "conversation.item.truncate", "conversation.item.delete",
						"conversation.item.retrieve", "response.create", "response.cancel"));

		/**
		 * Largest text frame that is taken from a page, its audio included.
		 */
		private DataSize maxTextSize = DataSize.ofKilobytes(256);

		/**
		 * Largest number of events that a page may send in a second, its audio included;
		 * twice as many may come at once.
		 */
		private int eventsPerSecond = 200;

		public List<String> getAllowedEvents() {
			return this.allowedEvents;
		}

		public void setAllowedEvents(List<String> allowedEvents) {
			this.allowedEvents = allowedEvents;
		}

		public DataSize getMaxTextSize() {
			return this.maxTextSize;
		}

		public void setMaxTextSize(DataSize maxTextSize) {
			this.maxTextSize = maxTextSize;
		}

		public int getEventsPerSecond() {
			return this.eventsPerSecond;
		}

		public void setEventsPerSecond(int eventsPerSecond) {
			this.eventsPerSecond = eventsPerSecond;
		}

	}

	/**
	 * Keys for pages that speak to the service themselves.
	 */
	public static class ClientSecret {

		/**
		 * Whether pages get ephemeral keys by POST to client-secret below the path of the
		 * bridge. Whoever reaches it speaks at the expense of the application, which has
		 * to secure it.
		 */
		private boolean enabled;

		/**
		 * How long a key is good for, ten seconds to two hours. By default as the service
		 * has it.
		 */
		private @Nullable Duration lifetime;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable Duration getLifetime() {
			return this.lifetime;
		}

		public void setLifetime(@Nullable Duration lifetime) {
			this.lifetime = lifetime;
		}

	}

	/**
	 * Calls by WebRTC between pages and the service.
	 */
	public static class Calls {

		/**
		 * Whether pages begin calls by POST of an SDP offer to calls below the path of
		 * the bridge. Whoever reaches it speaks at the expense of the application, which
		 * has to secure it.
		 */
		private boolean enabled;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

	}

}
