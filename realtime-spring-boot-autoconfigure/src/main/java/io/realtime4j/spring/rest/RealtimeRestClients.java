package io.realtime4j.spring.rest;

import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.transport.EndpointUris;

import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Factory for clients of the HTTP endpoints.
 *
 * @since 0.1.0
 */
public final class RealtimeRestClients {

	private RealtimeRestClients() {
	}

	/**
	 * Create a client.
	 * @param builder sends the requests; it should not follow redirects, since they carry
	 * credentials
	 * @param endpoint the server, whose headers each request has
	 * @return the client
	 */
	public static RealtimeRestClient create(RestClient.Builder builder, RealtimeEndpoint endpoint) {
		RestClient client = builder.clone()
			.uriBuilderFactory(new DefaultUriBuilderFactory(UriComponentsBuilder.fromUriString(root(endpoint))))
			.requestInitializer((request) -> endpoint.headers().get().forEach(request.getHeaders()::set))
			.requestInterceptors((interceptors) -> interceptors.add(BoundedAnswer.interceptor()))
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(), (request, response) -> {
				throw RestErrors.read(response);
			})
			.build();
		HttpServiceProxyFactory factory = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build();
		RestJson json = new RestJson(endpoint.provider().codec(Dialect.GA));
		return new RealtimeRestClient(factory.createClient(RealtimeHttpApi.class), json);
	}

	private static String root(RealtimeEndpoint endpoint) {
		String socket = EndpointUris.uri(endpoint.root(), "", Map.of()).toString();
		return "http" + socket.substring("ws".length());
	}

}
