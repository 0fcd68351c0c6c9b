package io.realtime4j.spring.rest;

import java.net.URI;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.context.SessionHeaders;
import io.realtime4j.transport.EndpointUris;
import org.jspecify.annotations.Nullable;

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
		RestClient realtime = client(builder, EndpointUris.uri(endpoint.root(), "", Map.of()));
		RestClient live = client(builder, EndpointUris.besides(endpoint.root(), "/live/sessions"));
		RestJson json = new RestJson(endpoint.provider().codec(Dialect.GA));
		return new RealtimeRestClient(
				(spec) -> new RealtimeRestClient.Apis(api(realtime, endpoint, spec, RealtimeHttpApi.class),
						api(live, endpoint, spec, LiveHttpApi.class)),
				json);
	}

	private static RestClient client(RestClient.Builder builder, URI socket) {
		String root = "http" + socket.toString().substring("ws".length());
		return builder.clone()
			.uriBuilderFactory(new DefaultUriBuilderFactory(UriComponentsBuilder.fromUriString(root)))
			.requestInterceptors((interceptors) -> interceptors.add(BoundedAnswer.interceptor()))
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(), (request, response) -> {
				throw RestErrors.read(response);
			})
			.build();
	}

	private static <A> A api(RestClient client, RealtimeEndpoint endpoint, @Nullable Object spec, Class<A> type) {
		RestClient own = client.mutate()
			.requestInitializer((request) -> headers(endpoint, spec).forEach(request.getHeaders()::set))
			.build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(own)).build().createClient(type);
	}

	private static Map<String, String> headers(RealtimeEndpoint endpoint, @Nullable Object spec) {
		return (endpoint.headers() instanceof SessionHeaders headers) ? headers.get(spec) : endpoint.headers().get();
	}

}
