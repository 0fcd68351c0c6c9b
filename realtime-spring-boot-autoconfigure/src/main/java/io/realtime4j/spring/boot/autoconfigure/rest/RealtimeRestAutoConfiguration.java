package io.realtime4j.spring.boot.autoconfigure.rest;

import java.net.http.HttpClient;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;

import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;
import io.realtime4j.spring.boot.autoconfigure.RealtimeProperties;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.spring.rest.RealtimeRestClients;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * {@link AutoConfiguration Auto-configuration} for the client of the HTTP endpoints of
 * the service. It goes to the same server with the same credentials as sessions do.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class,
		afterName = "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration")
@ConditionalOnClass(RestClient.class)
public final class RealtimeRestAutoConfiguration {

	RealtimeRestAutoConfiguration() {
	}

	// An HTTP client has a thread of its own, which most applications need not pay for
	@Lazy
	@Bean("realtime4jRestClient")
	@ConditionalOnMissingBean
	RealtimeRestClient realtimeRestClient(RealtimeEndpoint endpoint, RealtimeConnectionDetails details,
			RealtimeProperties properties, RealtimeExecutors executors, ObjectProvider<RestClientPreparer> preparer) {
		// No builder of the application, which may be load-balanced or one of several
		RestClient.Builder builder = RestClient.builder();
		preparer.ifAvailable((boot) -> boot.prepare(builder));
		SslBundle bundle = details.getSslBundle();
		SSLContext sslContext = (bundle != null) ? bundle.createSslContext() : null;
		builder.requestFactory(
				(endpoint.baseUrl().getHost() != null) ? requestFactory(sslContext, properties, executors.transport())
						: urlConnectionFactory(sslContext, properties));
		return RealtimeRestClients.create(builder, endpoint);
	}

	private static ClientHttpRequestFactory urlConnectionFactory(@Nullable SSLContext sslContext,
			RealtimeProperties properties) {
		UrlConnectionRequestFactory factory = new UrlConnectionRequestFactory(sslContext);
		factory.setConnectTimeout(properties.getConnectTimeout());
		factory.setReadTimeout(properties.getOpenTimeout());
		return factory;
	}

	// Not that of the application, which may follow redirects: with them would go the key
	private static ClientHttpRequestFactory requestFactory(@Nullable SSLContext sslContext,
			RealtimeProperties properties, Executor executor) {
		HttpClient.Builder client = HttpClient.newBuilder()
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.getConnectTimeout())
			.executor(executor);
		if (sslContext != null) {
			client.sslContext(sslContext);
		}
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client.build(), executor);
		factory.setReadTimeout(properties.getOpenTimeout());
		return factory;
	}

	/**
	 * Preparation by what Spring Boot configures: converters, observations, and the
	 * {@code RestClientCustomizer} beans of the application.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RestClientBuilderConfigurer.class)
	@ConditionalOnBean(RestClientBuilderConfigurer.class)
	static class PreparedByBootConfiguration {

		@Bean("realtime4jRestClientPreparer")
		RestClientPreparer realtimeRestClientPreparer(RestClientBuilderConfigurer configurer) {
			return configurer::configure;
		}

	}

}
