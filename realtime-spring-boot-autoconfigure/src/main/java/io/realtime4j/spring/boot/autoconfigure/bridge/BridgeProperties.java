package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.spring.boot.autoconfigure.KeepAliveProperties;
import io.realtime4j.spring.boot.autoconfigure.session.HistoryProperties;
import io.realtime4j.spring.boot.autoconfigure.session.SessionFamily;
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
	 * Whether pages in browsers can connect to sessions on this server.
	 */
	private boolean enabled;

	/**
	 * Protocol of pages: the wire format of the bridge, or the protocol of the service,
	 * for other browser clients.
	 */
	private Mode mode = Mode.VOICE;

	/**
	 * Protocol family of the sessions that pages talk with: realtime, which
	 * 'realtime.session' configures, or live, which 'realtime.live' does.
	 */
	private SessionFamily family = SessionFamily.REALTIME;

	/**
	 * Path of the WebSocket endpoint. The files for pages are served below it.
	 */
	private String path = "/realtime";

	/**
	 * Comma-separated list of origins whose pages may connect, in addition to that of the
	 * server itself, such as https://www.example.com.
	 */
	private List<String> allowedOrigins = new ArrayList<>();

	/**
	 * Comma-separated list of host names, without a port, that requests may address, such
	 * as www.example.com or *.example.com. By default a request to a loopback address
	 * without a proxy must name localhost or an IP address, and all other requests may
	 * name any host.
	 */
	private List<String> allowedHosts = new ArrayList<>();

	/**
	 * Maximum number of sessions of all pages.
	 */
	private int maxSessions = 200;

	/**
	 * Maximum number of sessions of one user who is logged in.
	 */
	private int maxSessionsPerUser = 5;

	/**
	 * Maximum number of sessions of one address, not counting those of users who are
	 * logged in. All IPv6 addresses with the same first 64 bits are one. By default a
	 * quarter of the maximum number of sessions of all pages.
	 */
	private @Nullable Integer maxSessionsPerAddress;

	/**
	 * Maximum size in memory of the conversations of all pages together, including what
	 * is queued for the service, for listeners and for pages. When it is exceeded, new
	 * pages are refused and the largest conversation is closed. By default a quarter of
	 * the maximum heap.
	 */
	private @Nullable DataSize maxMemory;

	/**
	 * Maximum number of keys and calls together that a user may request per minute.
	 */
	private int requestsPerMinute = 10;

	/**
	 * Time without data from a page after which its session ends.
	 */
	private Duration idleTimeout = Duration.ofMinutes(10);

	/**
	 * Time that a session waits for its page to come back, for example after a reload.
	 */
	private Duration resumeGrace = Duration.ofSeconds(30);

	/**
	 * Maximum size of a text frame from a page.
	 */
	private DataSize maxTextSize = DataSize.ofKilobytes(16);

	/**
	 * Maximum size of an audio frame from a page.
	 */
	private DataSize maxAudioSize = DataSize.ofKilobytes(64);

	/**
	 * Maximum number of text frames from a page per second; twice as many are allowed at
	 * once.
	 */
	private int commandsPerSecond = 50;

	/**
	 * Maximum number of characters of text from a page per second, not counting audio in
	 * text frames; sixteen times as many are allowed at once.
	 */
	private int textPerSecond = 16384;

	/**
	 * Whether frames are compressed if a browser offers it. Compression costs processor
	 * time and does not make audio smaller; it is for relays that mostly carry text over
	 * slow networks.
	 */
	private boolean compression;

	/**
	 * Maximum size of what is queued for a page. A page that does not read is closed when
	 * it is exceeded.
	 */
	private DataSize maxOutgoingSize = DataSize.ofMegabytes(4);

	/**
	 * Maximum time for sending one frame to a page.
	 */
	private Duration sendTimeout = Duration.ofSeconds(20);

	/**
	 * Whether the user of a page decides about tool calls that require approval.
	 */
	private boolean approvals = true;

	/**
	 * Whether pages receive the arguments and the outputs of tool calls.
	 */
	private boolean toolData;

	@NestedConfigurationProperty
	private final KeepAliveProperties keepAlive = new KeepAliveProperties();

	@NestedConfigurationProperty
	private final HistoryProperties history = new HistoryProperties();

	@NestedConfigurationProperty
	private final BridgePageProperties page = new BridgePageProperties();

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

	public SessionFamily getFamily() {
		return this.family;
	}

	public void setFamily(SessionFamily family) {
		this.family = family;
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

	public @Nullable Integer getMaxSessionsPerAddress() {
		return this.maxSessionsPerAddress;
	}

	public void setMaxSessionsPerAddress(@Nullable Integer maxSessionsPerAddress) {
		this.maxSessionsPerAddress = maxSessionsPerAddress;
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

	public BridgePageProperties getPage() {
		return this.page;
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
