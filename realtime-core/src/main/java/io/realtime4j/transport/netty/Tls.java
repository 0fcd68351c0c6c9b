package io.realtime4j.transport.netty;

import java.net.InetSocketAddress;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

import io.netty.handler.ssl.SslHandler;

/**
 * TLS of a connection, by the JVM's own engine.
 */
final class Tls {

	private Tls() {
	}

	/**
	 * Return the handler for a connection, which takes only a certificate for the host.
	 * @param context the context
	 * @param server host and port
	 * @param millis how long the handshake may take
	 * @param settings the settings
	 * @return the handler
	 */
	static SslHandler handler(SSLContext context, InetSocketAddress server, long millis, NettySettings settings) {
		SSLEngine engine = context.createSSLEngine(server.getHostString(), server.getPort());
		engine.setUseClientMode(true);
		SSLParameters parameters = engine.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		engine.setSSLParameters(parameters);
		SslHandler handler = new SslHandler(engine);
		handler.setHandshakeTimeoutMillis(millis);
		handler.setCloseNotifyFlushTimeoutMillis(settings.closeTimeout().toMillis());
		return handler;
	}

}
