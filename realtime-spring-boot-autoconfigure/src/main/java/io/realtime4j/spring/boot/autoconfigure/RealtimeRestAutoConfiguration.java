package io.realtime4j.spring.boot.autoconfigure;

import java.net.http.HttpClient;
import java.util.concurrent.Executor;

import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.spring.rest.RealtimeRestClients;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
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
	@Bean
	@ConditionalOnMissingBean
	RealtimeRestClient realtimeRestClient(RealtimeEndpoint endpoint, RealtimeConnectionDetails details,
			RealtimeProperties properties, RealtimeExecutors executors, ObjectProvider<RestClient.Builder> builders) {
		RestClient.Builder builder = builders.getIfAvailable(RestClient::builder)
			.clone()
			.requestFactory(requestFactory(details.getSslBundle(), properties, executors.transport()));
		return RealtimeRestClients.create(builder, endpoint);
	}

	// Not that of the application, which may follow redirects: with them would go the key
	private static ClientHttpRequestFactory requestFactory(@Nullable SslBundle bundle, RealtimeProperties properties,
			Executor executor) {
		HttpClient.Builder client = HttpClient.newBuilder()
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.getConnectTimeout())
			.executor(executor);
		if (bundle != null) {
			client.sslContext(bundle.createSslContext());
		}
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client.build(), executor);
		factory.setReadTimeout(properties.getOpenTimeout());
		return factory;
	}

}
