package io.realtime4j.spring.boot.autoconfigure.rest;

import org.springframework.web.client.RestClient;

/**
 * Strategy for the preparation of a new {@link RestClient.Builder} by what Spring Boot
 * configures for all of them.
 */
@FunctionalInterface
interface RestClientPreparer {

	/**
	 * Prepare a builder.
	 * @param builder the builder
	 * @return the same builder
	 */
	RestClient.Builder prepare(RestClient.Builder builder);

}
