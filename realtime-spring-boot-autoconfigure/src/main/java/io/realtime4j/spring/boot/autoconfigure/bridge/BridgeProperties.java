package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.spring.boot.autoconfigure.KeepAliveProperties;
import io.realtime4j.spring.boot.autoconfigure.session.HistoryProperties;
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
	 * Comma-separated list of the names by which requests may address the server, without
	 * a port, such as www.example.com or *.example.com. By default a request that reaches
	 * a loopback address without a proxy has to name localhost or an IP address, and all
	 * others may name anything.
	 */
	private List<String> allowedHosts = new ArrayList<>();

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
	 * Largest amount of memory that the conversations of all pages may take together,
	 * with what waits for the service, for listeners and for pages. When it is used up,
	 * new pages are refused and whoever holds most is closed. By default a quarter of the
	 * largest heap.
	 */
	private @Nullable DataSize maxMemory;

	/**
	 * Largest number of keys and calls together that a user may ask for in a minute.
	 */
	private int requestsPerMinute = 10;

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
	 * Largest number of characters that a page may send as text in a second, audio in
	 * text frames not counted; sixteen times as many may come at once.
	 */
	private int textPerSecond = 16 * 1024;

	/**
	 * Whether frames may be compressed where a browser offers it. It takes a multiple of
	 * the work, and audio does not become smaller by it: for relays that mostly carry
	 * text over slow networks.
	 */
	private boolean compression;

	/**
	 * Largest amount that may wait to be sent to a page. A page that does not read is
	 * closed then.
	 */
	private DataSize maxOutgoingSize = DataSize.ofMegabytes(4);

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
	private final KeepAliveProperties keepAlive = new KeepAliveProperties();

	@NestedConfigurationProperty
	private final HistoryProperties history = new HistoryProperties();

	@NestedConfigurationProperty
	private final BridgeRelayProperties relay = new BridgeRelayProperties();

	@NestedConfigurationProperty
	private final BridgeClientSecretProperties clientSecret = new BridgeClientSecretProperties();

	@NestedConfigurationProperty
	private final BridgeCallsProperties calls = new BridgeCallsProperties();

	public BridgeProperties() {
		// Pages are many, and come through proxies that count
		this.keepAlive.setInterval(Duration.ofSeconds(25));
		this.keepAlive.setTimeout(Duration.ofSeconds(75));
		this.history.setMaxItems(500);
		this.history.setMaxSize(DataSize.ofKilobytes(512));
	}

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

	public List<String> getAllowedHosts() {
		return this.allowedHosts;
	}

	public void setAllowedHosts(List<String> allowedHosts) {
		this.allowedHosts = allowedHosts;
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

	public @Nullable DataSize getMaxMemory() {
		return this.maxMemory;
	}

	public void setMaxMemory(@Nullable DataSize maxMemory) {
		this.maxMemory = maxMemory;
	}

	public int getRequestsPerMinute() {
		return this.requestsPerMinute;
	}

	public void setRequestsPerMinute(int requestsPerMinute) {
		this.requestsPerMinute = requestsPerMinute;
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

	public int getTextPerSecond() {
		return this.textPerSecond;
	}

	public void setTextPerSecond(int textPerSecond) {
		this.textPerSecond = textPerSecond;
	}

	public boolean isCompression() {
		return this.compression;
	}

	public void setCompression(boolean compression) {
		this.compression = compression;
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

	public KeepAliveProperties getKeepAlive() {
		return this.keepAlive;
	}

	public HistoryProperties getHistory() {
		return this.history;
	}

	public BridgeRelayProperties getRelay() {
		return this.relay;
	}

	public BridgeClientSecretProperties getClientSecret() {
		return this.clientSecret;
	}

	public BridgeCallsProperties getCalls() {
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

}
