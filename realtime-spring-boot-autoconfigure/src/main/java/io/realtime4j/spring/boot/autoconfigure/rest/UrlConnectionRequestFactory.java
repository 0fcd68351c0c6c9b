package io.realtime4j.spring.boot.autoconfigure.rest;

import java.io.IOException;
import java.net.HttpURLConnection;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import org.springframework.http.client.SimpleClientHttpRequestFactory;

/**
 * Sends requests to hosts that the HTTP client of the JDK refuses, such as
 * {@code local_ai}. It follows no redirects: with them would go the key.
 */
class UrlConnectionRequestFactory extends SimpleClientHttpRequestFactory {

	private final @Nullable SSLContext sslContext;

	UrlConnectionRequestFactory(@Nullable SSLContext sslContext) {
		this.sslContext = sslContext;
	}

	@Override
	protected void prepareConnection(HttpURLConnection connection, String httpMethod) throws IOException {
		super.prepareConnection(connection, httpMethod);
		connection.setInstanceFollowRedirects(false);
		if (this.sslContext != null && connection instanceof HttpsURLConnection secure) {
			secure.setSSLSocketFactory(this.sslContext.getSocketFactory());
		}
	}

}
