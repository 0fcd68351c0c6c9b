package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;

import io.realtime4j.codec.Dialect;
import io.realtime4j.provider.Provider;
import io.realtime4j.spring.boot.autoconfigure.session.SessionProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for realtime sessions.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime")
public class RealtimeProperties {

	/**
	 * API key of the service.
	 */
	private @Nullable String apiKey;

	/**
	 * Base URL of the API. The schemes https and wss are equivalent, as are http and ws.
	 * Query parameters are kept.
	 */
	private String baseUrl = "https://api.openai.com/v1";

	/**
	 * Organization that requests are billed to.
	 */
	private @Nullable String organization;

	/**
	 * Project that requests are billed to.
	 */
	private @Nullable String project;

	/**
	 * Provider of the service, which decides what is sent and where to. By default
	 * determined by the host of the base URL, and compatible for unknown hosts.
	 */
	private @Nullable Provider provider;

	/**
	 * Dialect of the protocol that the server speaks. By default that of the provider.
	 */
	private @Nullable Dialect dialect;

	/**
	 * Whether credentials may be sent over an unencrypted connection (http or ws) to
	 * another host.
	 */
	private boolean allowUnencrypted;

	/**
	 * Maximum time for the handshake.
	 */
	private Duration connectTimeout = Duration.ofSeconds(10);

	/**
	 * Maximum time for opening a session as a whole, until the server has acknowledged
	 * its settings.
	 */
	private Duration openTimeout = Duration.ofSeconds(20);

	/**
	 * Maximum time without progress of a response: from the request to its first event,
	 * from each of its events to the next, and from the end of a spoken turn to the
	 * response. After that the response is cancelled, and the session continues.
	 * Transcriptions of the user's speech have the same time-out.
	 */
	private Duration responseTimeout = Duration.ofSeconds(60);

	/**
	 * Maximum time for the server to acknowledge settings, items, and the cancellation of
	 * a response.
	 */
	private Duration acknowledgementTimeout = Duration.ofSeconds(15);

	/**
	 * Longest time after the end of speech in which an audio sink, or a page, may report
	 * for the first time that anything was played. After that, speech counts as played.
	 */
	private Duration playbackTimeout = Duration.ofSeconds(30);

	/**
	 * Maximum time for sending one frame.
	 */
	private Duration sendTimeout = Duration.ofSeconds(20);

	/**
	 * Maximum time for closing a session, after which its connection is cut.
	 */
	private Duration closeTimeout = Duration.ofSeconds(5);

	/**
	 * Transport that connects to the service. By default Netty if it is on the class
	 * path, and Spring's WebSocket client otherwise.
	 */
	private @Nullable Transport transport;

	/**
	 * Maximum size of a frame from the server.
	 */
	private DataSize maxFrameSize = DataSize.ofMegabytes(16);

	private final Authentication authentication = new Authentication();

	@NestedConfigurationProperty
	private final InboxProperties inbox = new InboxProperties();

	@NestedConfigurationProperty
	private final OutboxProperties outbox = new OutboxProperties();

	private final Dispatch dispatch = new Dispatch();

	@NestedConfigurationProperty
	private final NettyProperties netty = new NettyProperties();

	private final Ssl ssl = new Ssl();

	@NestedConfigurationProperty
	private final ReconnectProperties reconnect = new ReconnectProperties();

	@NestedConfigurationProperty
	private final KeepAliveProperties keepAlive = new KeepAliveProperties();

	@NestedConfigurationProperty
	private SessionProperties session = new SessionProperties();

	@NestedConfigurationProperty
	private final PricingProperties pricing = new PricingProperties();

	public @Nullable String getApiKey() {
		return this.apiKey;
	}

	public void setApiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
	}

	public String getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(String baseUrl) {
		this.baseUrl = baseUrl;
	}

	public @Nullable String getOrganization() {
		return this.organization;
	}

	public void setOrganization(@Nullable String organization) {
		this.organization = organization;
	}

	public @Nullable String getProject() {
		return this.project;
	}

	public void setProject(@Nullable String project) {
		this.project = project;
	}

	public @Nullable Provider getProvider() {
		return this.provider;
	}

	public void setProvider(@Nullable Provider provider) {
		this.provider = provider;
	}

	public @Nullable Dialect getDialect() {
		return this.dialect;
	}

	public void setDialect(@Nullable Dialect dialect) {
		this.dialect = dialect;
	}

	public boolean isAllowUnencrypted() {
		return this.allowUnencrypted;
	}

	public void setAllowUnencrypted(boolean allowUnencrypted) {
		this.allowUnencrypted = allowUnencrypted;
	}

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public Duration getOpenTimeout() {
		return this.openTimeout;
	}

	public void setOpenTimeout(Duration openTimeout) {
		this.openTimeout = openTimeout;
	}

	public Duration getResponseTimeout() {
		return this.responseTimeout;
	}

	public void setResponseTimeout(Duration responseTimeout) {
		this.responseTimeout = responseTimeout;
	}

	public Duration getAcknowledgementTimeout() {
		return this.acknowledgementTimeout;
	}

	public void setAcknowledgementTimeout(Duration acknowledgementTimeout) {
		this.acknowledgementTimeout = acknowledgementTimeout;
	}

	public Duration getPlaybackTimeout() {
		return this.playbackTimeout;
	}

	public void setPlaybackTimeout(Duration playbackTimeout) {
		this.playbackTimeout = playbackTimeout;
	}

	public Duration getSendTimeout() {
		return this.sendTimeout;
	}

	public void setSendTimeout(Duration sendTimeout) {
		this.sendTimeout = sendTimeout;
	}

	public Duration getCloseTimeout() {
		return this.closeTimeout;
	}

	public void setCloseTimeout(Duration closeTimeout) {
		this.closeTimeout = closeTimeout;
	}

	public @Nullable Transport getTransport() {
		return this.transport;
	}

	public void setTransport(@Nullable Transport transport) {
		this.transport = transport;
	}

	public DataSize getMaxFrameSize() {
		return this.maxFrameSize;
	}

	public void setMaxFrameSize(DataSize maxFrameSize) {
		this.maxFrameSize = maxFrameSize;
	}

	public Authentication getAuthentication() {
		return this.authentication;
	}

	public InboxProperties getInbox() {
		return this.inbox;
	}

	public OutboxProperties getOutbox() {
		return this.outbox;
	}

	public Dispatch getDispatch() {
		return this.dispatch;
	}

	public NettyProperties getNetty() {
		return this.netty;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	public ReconnectProperties getReconnect() {
		return this.reconnect;
	}

	public KeepAliveProperties getKeepAlive() {
		return this.keepAlive;
	}

	public SessionProperties getSession() {
		return this.session;
	}

	// The actuator shows properties of another package only where they can be set
	public void setSession(SessionProperties session) {
		this.session = session;
	}

	public PricingProperties getPricing() {
		return this.pricing;
	}

	/**
	 * Transports to choose from.
	 */
	public enum Transport {

		/**
		 * Netty.
		 */
		NETTY,

		/**
		 * Spring's WebSocket client.
		 */
		SPRING

	}

	/**
	 * How the API key is sent.
	 */
	public static class Authentication {

		/**
		 * Name of the header with the API key. Authorization holds it as a bearer token,
		 * any other header, such as api-key, as it is. By default the header that the
		 * provider requires.
		 */
		private @Nullable String header;

		public @Nullable String getHeader() {
			return this.header;
		}

		public void setHeader(@Nullable String header) {
			this.header = header;
		}

	}

	/**
	 * The threads that call listeners, and those that tools run on.
	 */
	public static class Dispatch {

		/**
		 * Maximum number of threads for listeners, and of threads for tools. Has no
		 * effect when virtual threads are enabled.
		 */
		private int maxThreads = 256;

		public int getMaxThreads() {
			return this.maxThreads;
		}

		public void setMaxThreads(int maxThreads) {
			this.maxThreads = maxThreads;
		}

	}

	/**
	 * Encryption of the connection.
	 */
	public static class Ssl {

		/**
		 * Name of the SSL bundle for connections.
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

}
